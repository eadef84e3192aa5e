import { inkControl, type Control } from './controls.ts';
import { readRows, setRows } from './set-rows.ts';

const form = document.querySelector<HTMLFormElement>('form.blank-table');
const tools = document.querySelector<HTMLElement>('[data-rows]');
const input = tools?.querySelector('input');
if (form && tools && input) {
  const asked = readRows(new URLSearchParams(window.location.search).get('rows'));
  if (asked !== undefined) {
    input.value = String(asked);
    setRows(form, asked);
  }
  input.addEventListener('input', () => {
    const count = readRows(input.value);
    if (count === undefined) return;
    setRows(form, count);
    window.history.replaceState(null, '', `?rows=${String(count)}`);
  });
  tools.querySelector('button')?.addEventListener('click', () => {
    window.print();
  });
  form.addEventListener('input', (event) => {
    inkControl(event.target as Control);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  form.classList.add('js-form');
  tools.hidden = false;
}
