import type { FacetShard } from '../index-format.ts';
import type { FacetCounts } from '../result.ts';
import { FACETS, type FacetName } from '../types.ts';
import { clear, element } from './dom.ts';
import { FACET_LABEL, valueLabel } from './labels.ts';
import { STEP, type SearchState } from './search-state.ts';

/** Values shown of a facet before “全部”. */
const SHOWN = 8;

interface FacetOptions {
  /** What is chosen. */
  readonly state: SearchState;
  /** Names of values, see `FacetShard`. */
  readonly labels: FacetShard['labels'];
  /** Called with the new state when a box is ticked. */
  readonly choose: (next: SearchState) => void;
}

/**
 * Show the facets: a group of check boxes each, with the number of pages.
 *
 * @param parent - Where to show them; emptied first.
 * @param counts - Pages with each value among the results.
 * @example
 * renderFacets(box, counts, { state, labels, choose }); // 类别：问题 12、措施 30 …
 */
export function renderFacets(
  parent: HTMLElement,
  counts: FacetCounts,
  { state, labels, choose }: FacetOptions,
): void {
  const focused =
    document.activeElement instanceof HTMLInputElement ? document.activeElement.id : '';
  clear(parent);
  for (const facet of FACETS) {
    const rows = rowsOf(facet, counts, state);
    if (rows.length === 0) continue;
    const group = element(
      'fieldset',
      { class: 'facet', 'data-facet': facet },
      element('legend', {}, FACET_LABEL[facet]),
      ...rows.slice(0, SHOWN).map((row) => optionOf(facet, row, { state, labels, choose })),
    );
    if (rows.length > SHOWN)
      group.appendChild(
        element(
          'details',
          {},
          element('summary', {}, `全部 ${rows.length} 项`),
          ...rows.slice(SHOWN).map((row) => optionOf(facet, row, { state, labels, choose })),
        ),
      );
    parent.appendChild(group);
  }
  if (focused !== '') document.getElementById(focused)?.focus();
}

interface Row {
  readonly value: string;
  readonly pages: number;
}

/** Values with pages, and chosen ones whatever their number; years from new to old, others by number. */
function rowsOf(facet: FacetName, counts: FacetCounts, state: SearchState): Row[] {
  const chosen = state.filters[facet];
  const values = new Set([...counts[facet].keys(), ...chosen]);
  return Array.from(values, (value) => ({ value, pages: counts[facet].get(value) ?? 0 }))
    .filter(({ value, pages }) => pages > 0 || chosen.includes(value))
    .sort((a, b) => (facet === 'year' ? Number(b.value) - Number(a.value) : b.pages - a.pages));
}

function optionOf(
  facet: FacetName,
  { value, pages }: Row,
  { state, labels, choose }: FacetOptions,
): HTMLElement {
  const chosen = state.filters[facet].includes(value);
  const box = element('input', {
    type: 'checkbox',
    id: `facet-${facet}-${value}`,
    name: facet,
    value,
  });
  box.checked = chosen;
  box.addEventListener('change', () => {
    const others = state.filters[facet].filter((other) => other !== value);
    const values = chosen ? others : [...others, value];
    choose({ ...state, filters: { ...state.filters, [facet]: values }, shown: STEP });
  });
  return element(
    'label',
    { class: 'facet-option' },
    box,
    element('span', {}, valueLabel(facet, value, labels)),
    element('span', { class: 'facet-count' }, String(pages)),
  );
}
