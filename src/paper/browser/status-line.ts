import { invalidNotice } from './controls.ts';
import type { Stored } from './shelf.ts';

/** The line of a form that tells the reader what has become of the entries. */
export interface StatusLine {
  readonly say: (message: string) => void;
  readonly sayError: (error: unknown) => void;
  /** Say how storing went; `done` replaces the usual words for success. */
  readonly report: (stored: Stored, done?: string) => void;
  /** Say what is wrong with an entry, if anything is. */
  readonly warn: () => void;
}

/**
 * Speak through the status line of a form.
 *
 * @example
 * statusLine(form).report({ ok: true }); // “已保存在这个浏览器里 09:30”
 */
export function statusLine(form: HTMLFormElement): StatusLine {
  const say = (message: string): void => {
    const status = form.querySelector('.status');
    if (status) status.textContent = message;
  };
  return {
    say,
    sayError: (error) => {
      say(error instanceof Error ? error.message : String(error));
    },
    report: (stored, done) => {
      const time = new Date().toTimeString().slice(0, 5);
      // A warning stays for as long as what it warns of.
      const saved = invalidNotice(form) ?? `已保存在这个浏览器里 ${time}`;
      say(stored.ok ? (done ?? saved) : stored.message);
    },
    warn: () => {
      const notice = invalidNotice(form);
      if (notice !== undefined) say(notice);
    },
  };
}
