/** A control of the form that holds a value. */
export type Control = HTMLInputElement | HTMLTextAreaElement;

/**
 * List the controls of a form whose values belong to a sheet.
 *
 * @example
 * listControls(form).map((control) => control.name); // ['head.unit', 'item.a.01.result', …]（“党组织名称”等）
 */
export function listControls(form: HTMLFormElement): Control[] {
  const found = form.querySelectorAll<Control>('input[name], textarea[name]');
  return [...found];
}

/**
 * Show the values of a sheet in the form; controls without a value become empty.
 *
 * @example
 * showValues(form, { 'head.unit': '机关第一党支部' });
 */
export function showValues(form: HTMLFormElement, values: Readonly<Record<string, string>>): void {
  for (const control of listControls(form)) {
    const value = values[control.name] ?? '';
    if (isRadio(control)) control.checked = control.value === value;
    else control.value = value;
    inkControl(control);
  }
}

/**
 * Copy the value of a text control into the element that stands for it on paper, where no control clips long text,
 * and let a text area grow with its text.
 *
 * @example
 * inkControl(textarea); // 打印时“备注”里写多少字就占多少行
 */
export function inkControl(control: Control): void {
  if (isRadio(control)) return;
  const ink = control.nextElementSibling;
  if (ink?.classList.contains('ink')) ink.textContent = control.value;
  if (control.tagName === 'TEXTAREA') growRows(control);
  const invalid = control.value !== '' && !control.checkValidity();
  control.classList.toggle('invalid', invalid);
}

/**
 * Say what the first control holds that it may not: points above the score.
 *
 * @returns Undefined where all is well.
 * @example
 * invalidNotice(form); // '第 1 项得分，满分 3：请填 0 到满分之间的数。'
 */
export function invalidNotice(form: HTMLFormElement): string | undefined {
  const invalid = form.querySelector('.invalid');
  if (invalid === null) return undefined;
  return `${invalid.getAttribute('aria-label') ?? ''}：请填 0 到满分之间的数。`;
}

/**
 * Tell radio buttons from text controls.
 *
 * @example
 * isRadio(input); // true（“是”“否”“不适用”）
 */
export function isRadio(control: Control): control is HTMLInputElement {
  return control.type === 'radio';
}

/** The strict policy forbids inline styles, so a text area grows by rows, not by pixels. */
function growRows(area: HTMLTextAreaElement): void {
  const least = Number(area.dataset['rows'] ?? (area.dataset['rows'] = String(area.rows)));
  area.rows = least;
  while (area.scrollHeight > area.clientHeight + 2 && area.rows < 40) area.rows += 1;
}
