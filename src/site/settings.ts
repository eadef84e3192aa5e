/** Where things are read from and written to; every one can be set by an environment variable. */
export interface Settings {
  /** Content root (`KB_CONTENT`). */
  readonly content: string;
  /** Library root (`KB_LIBRARY`). */
  readonly library: string;
  /** Output folder (`KB_OUT`). */
  readonly out: string;
  /** URL prefix with slashes at both ends (`KB_BASE`). */
  readonly base: string;
}

/**
 * Read the settings from environment variables; an empty value counts as absent.
 *
 * @param env - e.g. `process.env`.
 * @example
 * readSettings({ KB_BASE: 'dangjian' }).base; // '/dangjian/'（部署在子目录“dangjian”）
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const read = (name: string, fallback: string) => {
    const value = env[name]?.trim();
    return value === undefined || value === '' ? fallback : value;
  };
  return {
    content: read('KB_CONTENT', 'content'),
    library: read('KB_LIBRARY', 'content/library'),
    out: read('KB_OUT', 'dist'),
    base: `/${read('KB_BASE', '/').replace(/^\/+|\/+$/gu, '')}/`.replace(/^\/\/$/u, '/'),
  };
}

/** Names shown on every page. */
export const SITE = {
  name: '机关党建知识库',
  slogan: '标准、做法与会议清单，句句有出处',
  description:
    '面向机关党务干部的知识库：问题与措施、五化标准、会议与检查清单、术语与来源，可检索、可打印、可离线使用。',
} as const;
