import type { ResolvedChecklist } from '../types.ts';
import { mountForm } from './mount-form.ts';

const own = document.currentScript as HTMLScriptElement | null;
const form = document.querySelector<HTMLFormElement>('form.checklist');
const data = document.getElementById('checklist-data');
if (own && form && data) {
  const checklist = JSON.parse(data.textContent) as ResolvedChecklist;
  mountForm(form, checklist, own.src.replace(/checklist\.js/u, 'checklist-docx.js'));
}
