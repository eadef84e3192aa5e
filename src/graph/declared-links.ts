import type { Entry } from '../schema/entry.ts';
import type { RelationName } from './relations.ts';

/** A link as the front matter states it, before its target is looked up. */
export interface DeclaredLink {
  readonly rel: RelationName;
  /** Id of an entry, or of a criterion where the relation points to one. */
  readonly target: string;
  readonly editorial: boolean;
  readonly note?: string;
  /** Where the target stands in the front matter, e.g. `['treats', 0, 'to']`. */
  readonly path: readonly (string | number)[];
}

interface LinkLike {
  readonly to: string;
  readonly editorial?: boolean;
  readonly note?: string | undefined;
}

/**
 * List every link that an entry declares.
 *
 * @param entry - A validated entry.
 * @returns Links in the order of the relations table, then of the file.
 * @example
 * listDeclaredLinks(twoSkins); // “两张皮”：[{ rel: 'causedBy', target: 'weak-team', path: ['causes', 0, 'to'], … }]
 */
export function listDeclaredLinks(entry: Entry): DeclaredLink[] {
  return [...ofKind(entry), ...toLinks('related', entry.data.related), ...citeLinks(entry)];
}

function ofKind(entry: Entry): DeclaredLink[] {
  switch (entry.kind) {
    case 'problem':
      return entry.data.causes.flatMap((cause, index) =>
        cause.to === undefined
          ? []
          : [
              {
                rel: 'causedBy',
                target: cause.to,
                editorial: false,
                path: ['causes', index, 'to'],
              },
            ],
      );
    case 'measure':
      return [...toLinks('treats', entry.data.treats), ...toLinks('meets', entry.data.meets)];
    case 'standard':
    case 'wuhua':
      return [...toLinks('supports', entry.data.supports), ...toLinks('guards', entry.data.guards)];
    case 'checklist':
      return checklistLinks(entry.data.phases);
    case 'term':
      return [...toLinks('see', entry.data.see), ...toLinks('confusable', entry.data.confusable)];
    case 'source':
      return entry.data.replaces === undefined
        ? []
        : [{ rel: 'replaces', target: entry.data.replaces, editorial: false, path: ['replaces'] }];
  }
}

function toLinks(rel: RelationName, links: readonly LinkLike[]): DeclaredLink[] {
  return links.map((link, index) => ({
    rel,
    target: link.to,
    editorial: link.editorial ?? false,
    ...(link.note === undefined ? {} : { note: link.note }),
    path: [rel, index, 'to'],
  }));
}

function checklistLinks(
  phases: Extract<Entry, { kind: 'checklist' }>['data']['phases'],
): DeclaredLink[] {
  return phases.flatMap((phase, phaseIndex) =>
    phase.items.flatMap((item, itemIndex) =>
      'criterion' in item
        ? [
            {
              rel: 'checks' as const,
              target: item.criterion,
              editorial: item.editorial,
              path: ['phases', phaseIndex, 'items', itemIndex, 'criterion'],
            },
          ]
        : [],
    ),
  );
}

function citeLinks(entry: Entry): DeclaredLink[] {
  return entry.data.cites.map((cite, index) => ({
    rel: 'cites',
    target: cite.source,
    editorial: false,
    path: ['cites', index, 'source'],
  }));
}
