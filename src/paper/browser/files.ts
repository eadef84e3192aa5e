/**
 * Offer a file for saving.
 *
 * @param name - File name shown to the reader, with extension.
 * @example
 * saveFile('主题党日六步清单.json', new Blob(['{}'], { type: 'application/json' }));
 */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.appendChild(link);
  link.click();
  document.body.removeChild(link);
  // The browser still reads from the address after click() returns.
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/**
 * Read a chosen file as UTF-8 text.
 *
 * @example
 * await readFile(input.files[0]); // '{"format": …}'（“第三季度”一张表）
 */
export function readFile(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      resolve(typeof reader.result === 'string' ? reader.result : '');
    };
    reader.onerror = () => {
      reject(new Error(`读不出文件 ${file.name}。`));
    };
    reader.readAsText(file);
  });
}

/**
 * Load a classic script once; it works from disk too, where `fetch` and modules do not.
 *
 * @example
 * await loadScript('/assets/checklist-docx.js'); // 点“下载填好的 Word”时才装入
 */
export function loadScript(src: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const begun = document.querySelector<HTMLScriptElement>(`script[src="${src}"]`);
    if (begun?.dataset['loaded'] === '') {
      resolve();
      return;
    }
    const script = begun ?? document.createElement('script');
    // Two callers may wait for one script.
    script.addEventListener('load', () => {
      script.dataset['loaded'] = '';
      resolve();
    });
    script.addEventListener('error', () => {
      if (script.parentNode) script.parentNode.removeChild(script);
      reject(new Error(`装入 ${src} 失败，请检查网络后再试。`));
    });
    if (begun) return;
    script.src = src;
    document.head.appendChild(script);
  });
}
