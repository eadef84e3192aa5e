/** Parts of speech that name something: nouns, verbal nouns, idioms, abbreviations; not places or persons. */
const NOUN = /^(?:n|nz|vn|an|l|i|j)$/;

/** A segmenter with our own words in its dictionary. */
export interface Segmenter {
  cut(text: string): string[];
  /** Whether a text is one word of the dictionary, and a noun: 党费 is, 上级要 is not. */
  isNoun(text: string): boolean;
}

/**
 * Load nodejieba and teach it the site's names.
 *
 * @param names - Words that must stay whole, e.g. 三会一课.
 * @throws Error with the repair when the native module is missing or broken: without it suggestions and readings would
 *   be wrong without anyone noticing.
 * @example
 * (await loadSegmenter(['三会一课'])).cut('落实三会一课制度'); // ['落实', '三会一课', '制度']
 */
export async function loadSegmenter(names: Iterable<string>): Promise<Segmenter> {
  try {
    const { default: jieba } = await import('nodejieba');
    for (const name of names) if (/^\p{Script=Han}{2,12}$/u.test(name)) jieba.insertWord(name);
    const [first] = jieba.cut('党支部');
    if (first !== '党支部') throw new Error(`“党支部”被切成了“${String(first)}…”，词典没有读到。`);
    return {
      cut: (text) => jieba.cut(text),
      isNoun: (text) => {
        const words = jieba.tag(text);
        return words.length === 1 && NOUN.test(words[0]?.tag ?? '');
      },
    };
  } catch (cause) {
    throw new Error(
      '分词模块 nodejieba 不能使用，检索的词表无法生成。请运行 npm rebuild nodejieba；' +
        '它需要本机有 g++、python3 和 make（Debian/Ubuntu：apt-get install g++ python3 make）。' +
        `原因：${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  }
}
