/** The surnames of nearly all Chinese authors, most frequent first, then compound ones. */
const SURNAMES = new Set(
  (
    '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷' +
    '龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文施洪季辛齐庄华褚卜屈穆尚樊殷倪葛柳童詹裴席耿牛霍凌鲁米翟安颜左柴蒲祁宁党欧辜关焦柏芦车房费路岳卓景聂游申娄冉'
  ).split(''),
);
const COMPOUND = new Set([
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '司徒',
  '东方',
  '皇甫',
  '尉迟',
  '公孙',
  '令狐',
]);

/** What a sentence may open with, right behind a name that nothing parts from it. */
const SENTENCE_OPENER =
  /^(?:党的|中共|中国|习近平|近年|当前|目前|随着|为了|为|在|从|以|一、|（一）|坚[，,]|新时代|加强|基层|机关|我们|今年|坚持|作为|[（([【《“\n，,]|$)/u;

/**
 * Whether a text is a personal name: a known surname and one or two characters more.
 *
 * @example
 * isPersonName('张小康'); // true
 * isPersonName('组织生活'); // false
 */
export function isPersonName(text: string): boolean {
  if (!/^[\u4e00-\u9fff·]{2,4}$/u.test(text)) return false;
  if (COMPOUND.has(text.slice(0, 2))) return text.length >= 3;
  return text.length <= 3 && SURNAMES.has(text.charAt(0)) && !/[的与和之了是]/u.test(text);
}

/** What sites put where nobody is named. */
const NOBODY = /^(?:佚名|未知|匿名|无名|不详|网络|本站|admin|管理员|-+)$/iu;

/**
 * Whether a field 作者 says that nobody is named.
 *
 * @example
 * isNobody('佚名'); // true
 */
export function isNobody(text: string): boolean {
  return NOBODY.test(text.trim());
}

/**
 * The personal name a text opens with, also where the sentence behind it is glued on: the length whose rest opens a
 * sentence, otherwise three characters.
 *
 * @example
 * leadingName('屈明昌党的十九大报告指出'); // '屈明昌'
 */
export function leadingName(text: string): string | undefined {
  const lengths = [3, 2, 4].filter((length) => isPersonName(text.slice(0, length)));
  const clear = lengths.find((length) => SENTENCE_OPENER.test(text.slice(length)));
  const length = clear ?? lengths[0];
  return length === undefined ? undefined : text.slice(0, length);
}

/**
 * Names that a line consists of, parted by spaces or 、; undefined where anything else stands in it.
 *
 * @example
 * namesOf('罗公尚 郑彬'); // ['罗公尚', '郑彬']
 */
export function namesOf(line: string): string[] | undefined {
  const joined = line.replace(/^([\u4e00-\u9fff])[^\S\n]+([\u4e00-\u9fff])$/u, '$1$2');
  const parts = joined
    .replace(/[\d*＊①-⑨]+(?=[，,、\s]|$)/gu, '')
    .split(/[^\S\n]+|[、，,；;/]/u)
    .filter((part) => part !== '');
  return parts.length > 0 && parts.length <= 6 && parts.every(isPersonName) ? parts : undefined;
}

/**
 * The names at the end of a run, back to front: what stands before them is returned as `rest`.
 *
 * @param known - Names that stand elsewhere in the article (an author note); they decide where they fit.
 * @example
 * trailingNames('标准与内涵罗公尚郑彬', ['罗公尚', '郑彬']); // { rest: '标准与内涵', names: ['罗公尚', '郑彬'] }
 */
export function trailingNames(
  run: string,
  known: readonly string[],
): { rest: string; names: string[] } {
  const names: string[] = [];
  let rest = run.trimEnd();
  for (;;) {
    const name = known.find((one) => rest.endsWith(one));
    if (name === undefined) break;
    names.unshift(name);
    rest = rest.slice(0, -name.length).replace(/[\s、，,]+$/u, '');
  }
  if (names.length > 0) return { rest, names };
  const spaced = /^(.*?)[\s　]+((?:[\u4e00-\u9fff]{2,4}[\s、，,]*)+)$/u.exec(run);
  const listed = spaced?.[2] === undefined ? undefined : namesOf(spaced[2].trim());
  if (listed !== undefined) return { rest: spaced?.[1] ?? '', names: listed };
  const last = [3, 2].map((length) => rest.slice(-length)).find(isPersonName);
  return last === undefined
    ? { rest, names: [] }
    : { rest: rest.slice(0, -last.length), names: [last] };
}
