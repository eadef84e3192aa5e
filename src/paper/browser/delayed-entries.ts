/** The longest time an entry stays unstored, in milliseconds, however fast the reader goes on typing. */
const STORE_AFTER = 500;

/** What was written into the form and is not stored yet. */
export interface DelayedEntries {
  readonly add: (name: string, value: string) => void;
  /** Store what waits, at once; nothing happens where nothing waits. */
  readonly flush: () => void;
}

/**
 * Gather entries, so that fast typing does not store the whole shelf at every key.
 *
 * @param store - Called with the entries by the name of their control, the last value of each.
 * @example
 * delayEntries((entries) => desk.write(entries)).add('head.unit', '机关第一党支部'); // 半秒后保存
 */
export function delayEntries(
  store: (entries: Readonly<Record<string, string>>) => void,
): DelayedEntries {
  let unsaved: Record<string, string> = {};
  let timer = 0;
  const flush = (): void => {
    window.clearTimeout(timer);
    timer = 0;
    if (Object.keys(unsaved).length === 0) return;
    const pending = unsaved;
    unsaved = {};
    store(pending);
  };
  return {
    add: (name, value) => {
      unsaved[name] = value;
      if (timer === 0) timer = window.setTimeout(flush, STORE_AFTER);
    },
    flush,
  };
}
