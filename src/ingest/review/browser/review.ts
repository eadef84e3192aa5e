import { createSteps } from './steps.ts';

// Keys of the review page: j and k go through the changes, w through the warnings; the legend says which rules count.
const boxes = Array.from(document.querySelectorAll<HTMLInputElement>('.legend input'));
const steps = createSteps({
  changes: Array.from(document.querySelectorAll<HTMLElement>('[data-rule]')),
  flags: Array.from(document.querySelectorAll<HTMLElement>('.flag')),
  onEnd: turnPage,
});

for (const box of boxes) {
  // The choice holds on the article's other pages too, which open anew.
  const key = `review-skip-${box.value}`;
  if (sessionStorage.getItem(key) === '1') box.checked = false;
  toggleRule(box);
  box.addEventListener('change', () => {
    sessionStorage.setItem(key, box.checked ? '' : '1');
    toggleRule(box);
  });
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'j') steps.toChange(true);
  else if (event.key === 'k') steps.toChange(false);
  else if (event.key === 'w') steps.toFlag();
});

if (location.hash === '#first') steps.toChange(true);
if (location.hash === '#last') steps.toLastChange();

function toggleRule(box: HTMLInputElement): void {
  steps.skip(box.value, !box.checked);
  for (const element of document.querySelectorAll(`.rule-${box.value}`)) {
    element.classList.toggle('off-rule', !box.checked);
  }
}

function turnPage(isForward: boolean): void {
  const link = document.querySelector(`nav a[rel="${isForward ? 'next' : 'prev'}"]`);
  const target = link?.getAttribute('href');
  if (target) location.href = target + (isForward ? '#first' : '#last');
}
