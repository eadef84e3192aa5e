/**
 * Give a blank table a number of rows, numbered from 1, by copying or dropping its last row.
 *
 * @param root - Element that holds the table.
 * @example
 * setRows(form, 40); // 签到表改为 40 行
 */
export function setRows(root: Element, count: number): void {
  const body = root.querySelector('.blank-rows');
  const last = body?.lastElementChild;
  if (!body || !last) return;
  while (body.children.length > count && body.lastElementChild) {
    body.removeChild(body.lastElementChild);
  }
  while (body.children.length < count) {
    const row = last.cloneNode(true) as Element;
    const number = row.querySelector('.num');
    if (number) number.textContent = String(body.children.length + 1);
    body.appendChild(row);
  }
}

/**
 * Read a number of rows from what a reader typed or an address holds.
 *
 * @returns A whole number from 1 to 500, or undefined for anything else.
 * @example
 * readRows('40'); // 40（四十行的签到表）
 */
export function readRows(text: string | null): number | undefined {
  const count = Number(text);
  return Number.isInteger(count) && count >= 1 && count <= 500 ? count : undefined;
}
