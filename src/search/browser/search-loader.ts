/**
 * On every page, tiny: loads the instant box when a reader turns to a search box (focus, Ctrl/⌘K or `/`). Bundled as
 * `assets/search-loader.js`.
 */
const script = document.currentScript;
const address =
  script instanceof HTMLScriptElement
    ? script.src.replace('search-loader.js', 'instant-box.js')
    : '';

/** Boxes the instant list serves; the search page's own form shows its results below. */
const BOXES = 'form[role="search"]:not(#search-form) input[name="q"]';

function load(): void {
  if (document.querySelector(`script[src="${address}"]`) !== null) return;
  const instant = document.createElement('script');
  instant.src = address;
  // A failed load must not stop the next attempt; the form itself works without the instant list.
  instant.onerror = () => instant.remove();
  document.head.appendChild(instant);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

// The box stands twice on the home page, and so does this script; once is enough.
if (address !== '' && document.documentElement.getAttribute('data-search-loader') === null) {
  document.documentElement.setAttribute('data-search-loader', '');
  document.addEventListener('focusin', (event) => {
    if (event.target instanceof Element && event.target.matches(BOXES)) load();
  });
  document.addEventListener('keydown', (event) => {
    const shortcut =
      (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k';
    const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!shortcut && (!slash || isTyping(event.target))) return;
    const boxes = document.querySelectorAll<HTMLInputElement>(
      'form[role="search"] input[name="q"]',
    );
    // The page's own box before the head's, which is left out on a phone's home page.
    const shown = [...boxes].filter((one) => one.offsetParent !== null);
    const box = shown.find((one) => one.matches('#search-form input')) ?? shown[0];
    if (box === undefined) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
  if (document.activeElement !== null && document.activeElement.matches(BOXES)) load();
}
