import { mountForm } from './mount-form.ts';
import { siblingAddress } from './sibling-address.ts';

const own = document.currentScript as HTMLScriptElement | null;
const form = document.querySelector<HTMLFormElement>('form.checklist');
const checklist = window.jgdjChecklist;
// A page and its data that do not belong together (one of them stale in a cache) leave the blank form as it is.
if (own && form && checklist && form.dataset['version'] === checklist.version) {
  mountForm(form, checklist, siblingAddress(own.src));
}
