import { isRadio } from './controls.ts';

/**
 * Let the reader take an answer back. Paper has a rubber, radio buttons have none: a second click does it, and so do
 * Space, Delete and Backspace.
 *
 * @param valueOf - The value the sheet holds under a name.
 * @param record - Called with the name and the empty value.
 * @example
 * allowTakingBack(form, (name) => values[name], record); // 再点一次“否”，这一项又是空的
 */
export function allowTakingBack(
  form: HTMLFormElement,
  valueOf: (name: string) => string | undefined,
  record: (name: string, value: string) => void,
): void {
  const isChosen = (target: EventTarget | null): target is HTMLInputElement =>
    target instanceof HTMLInputElement && isRadio(target) && valueOf(target.name) === target.value;
  const takeBack = (control: HTMLInputElement): void => {
    control.checked = false;
    record(control.name, '');
  };
  form.addEventListener('click', (event) => {
    if (isChosen(event.target)) takeBack(event.target);
  });
  form.addEventListener('keydown', (event) => {
    if (!isChosen(event.target) || ![' ', 'Delete', 'Backspace'].includes(event.key)) return;
    event.preventDefault();
    takeBack(event.target);
  });
}
