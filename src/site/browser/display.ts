import { DISPLAY_SETTINGS, toChoice, type DisplaySetting } from '../display-settings.ts';

const PREFIX = 'kb-display-';

/** Storage may be forbidden (a strict profile, a page opened from disk): the setting then lasts for the page. */
function read(setting: DisplaySetting): string {
  try {
    return toChoice(setting, localStorage.getItem(PREFIX + setting.name));
  } catch {
    return '';
  }
}

function write(setting: DisplaySetting, value: string): void {
  try {
    localStorage.setItem(PREFIX + setting.name, value);
  } catch {
    // Nothing to mend: the choice is applied all the same.
  }
}

function apply(setting: DisplaySetting, value: string): void {
  const { dataset } = document.documentElement;
  if (value === '') delete dataset[setting.name];
  else dataset[setting.name] = value;
}

/** A group of buttons of which one is pressed. */
function renderSetting(setting: DisplaySetting): HTMLElement {
  const group = document.createElement('div');
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', setting.label);
  group.append(`${setting.label}：`);
  const buttons = setting.choices.map(([value, label]) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.addEventListener('click', () => {
      apply(setting, value);
      write(setting, value);
      press(value);
    });
    group.append(button);
    return { button, value };
  });
  const press = (current: string) => {
    for (const { button, value } of buttons)
      button.setAttribute('aria-pressed', String(value === current));
  };
  press(read(setting));
  return group;
}

const place = document.querySelector('[data-display-settings]');
for (const setting of DISPLAY_SETTINGS) {
  apply(setting, read(setting));
  place?.append(renderSetting(setting));
}
