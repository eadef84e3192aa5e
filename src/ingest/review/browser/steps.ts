/** What the keys of the review page do. */
export interface Steps {
  /** Go to the next or the last change whose rule counts; at the end of the page turn it. */
  readonly toChange: (isForward: boolean) => void;
  /** Go to the page's last change: where reading backwards goes on after turning the page. */
  readonly toLastChange: () => void;
  /** Go to the next warning. */
  readonly toFlag: () => void;
  /** Say whether the changes of a rule are passed over. */
  readonly skip: (rule: string, isSkipped: boolean) => void;
}

/** What a review page offers to go through. */
export interface StepsOptions {
  /** Changes in the order of the page, each with its rule in `data-rule`. */
  readonly changes: readonly HTMLElement[];
  readonly flags: readonly HTMLElement[];
  /** Called where there is no further change in a direction. */
  readonly onEnd: (isForward: boolean) => void;
}

/**
 * Go through the changes and warnings of a review page, starting from wherever the last step led.
 *
 * @example
 * createSteps({ changes, flags, onEnd }).toChange(true); // 下一处改动
 */
export function createSteps({ changes, flags, onEnd }: StepsOptions): Steps {
  const skipped = new Set<string>();
  let current: HTMLElement | undefined;

  const show = (element: HTMLElement) => {
    if (current !== undefined) current.classList.remove('here');
    current = element;
    element.classList.add('here');
    element.scrollIntoView({ block: 'center' });
  };
  const counts = (element: HTMLElement) => !skipped.has(element.dataset['rule'] ?? '');
  const find = (list: readonly HTMLElement[], isForward: boolean) => {
    const start = current;
    // A page that was just opened is read from its top: nothing is before it.
    if (start === undefined) return isForward ? list.find(counts) : undefined;
    const order = isForward ? list : Array.from(list).reverse();
    return order.find(
      (element) =>
        counts(element) && (isForward ? isAfter(start, element) : isAfter(element, start)),
    );
  };
  return {
    toChange(isForward) {
      const next = find(changes, isForward);
      if (next === undefined) onEnd(isForward);
      else show(next);
    },
    toLastChange() {
      const last = Array.from(changes).reverse().find(counts);
      if (last !== undefined) show(last);
    },
    toFlag() {
      const next = find(flags, true);
      if (next !== undefined) show(next);
    },
    skip(rule, isSkipped) {
      if (isSkipped) skipped.add(rule);
      else skipped.delete(rule);
    },
  };
}

function isAfter(one: HTMLElement, other: HTMLElement): boolean {
  return (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
