/** The kinds of entry, in the order in which the site shows them. The one table that folders, URLs and labels come from. */
export const KINDS = {
  problem: { folder: 'problems', label: '问题', index: '问题与表现' },
  measure: { folder: 'measures', label: '措施', index: '措施与做法' },
  standard: { folder: 'standards', label: '标准', index: '标准' },
  wuhua: { folder: 'wuhua', label: '五化', index: '五化' },
  checklist: { folder: 'checklists', label: '清单', index: '清单' },
  term: { folder: 'terms', label: '术语', index: '术语' },
  source: { folder: 'sources', label: '来源', index: '来源与法规' },
} as const satisfies Record<string, KindInfo>;

/** What a kind is called: its folder (also its URL segment), its label, and the title of its index page. */
interface KindInfo {
  readonly folder: string;
  readonly label: string;
  readonly index: string;
}

/** Name of a kind of entry. */
export type Kind = keyof typeof KINDS;

/** All kinds as a list, in display order. */
export const KIND_NAMES = Object.keys(KINDS) as readonly Kind[];

/**
 * Find the kind that a content folder holds.
 *
 * @param folder - Name of a folder directly below the content root.
 * @returns The kind, or undefined for a folder that holds no entries.
 * @example
 * findKindOfFolder('problems'); // 'problem'（问题）
 */
export function findKindOfFolder(folder: string): Kind | undefined {
  return KIND_NAMES.find((kind) => KINDS[kind].folder === folder);
}

/**
 * Give the site-relative URL of an entry, without the base prefix.
 *
 * @example
 * toUrl('wuhua', 'zhendi'); // '/wuhua/zhendi/'（阵地建设规范化）
 */
export function toUrl(kind: Kind, id: string): string {
  return `/${KINDS[kind].folder}/${id}/`;
}
