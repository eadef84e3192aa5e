/** A question in plain words: its subject, and the kinds of page that answer it. */
export interface Question {
  /** The words that carry content, parted where question words stood. */
  readonly pieces: readonly string[];
  /** Factor for pages of a kind; 1 where absent. */
  readonly kinds: Readonly<Record<string, number>>;
}

/** What makes a text a question; short words only at the end, where they cannot be part of another. */
const MARK =
  /[?？]|如何|怎么|怎样|什么|哪[些几个里一二三四五六七八九十]|为何|是否|能否|能不能|可不可以|多久|几次|几个|区别|谁和谁|[吗呢]$/u;

/** What a question asks for, and who answers: the first row that fits counts. */
const INTENTS: readonly { readonly asks: RegExp; readonly kinds: Question['kinds'] }[] = [
  { asks: /区别|不同/u, kinds: { term: 1.4 } },
  {
    asks: /什么是|什么叫|是什么意思|什么意思|指什么|指哪|是哪|多久|几次|几个等次|含义|(?<!标准|条件|要求)是什么/u,
    kinds: { term: 1.45, standard: 1.1, wuhua: 1.1 },
  },
  {
    asks: /准备|流程|程序|步骤|手续|材料|自评|核对|检查|看什么|怎么填|怎么记|怎么评|谁和谁|怎么开|如何开|怎样开/u,
    kinds: { checklist: 1.4, measure: 1.15, standard: 1.1, term: 0.8 },
  },
  {
    asks: /怎么办|咋办|办法|解决|破解|克服|防止|避免|应对|纠正|为什么|原因|怎么改/u,
    kinds: { problem: 1.4, measure: 1.15, term: 0.7 },
  },
  {
    asks: /标准|条件|要素|要求|包括|内容|哪些|写什么|写哪/u,
    kinds: { standard: 1.3, checklist: 1.15, wuhua: 1.05 },
  },
  { asks: /怎么|怎样|如何/u, kinds: { measure: 1.3, checklist: 1.1, term: 0.8 } },
];

/**
 * Words that say how is asked, not what about. Longer ones first; verbs only together with the question word they
 * belong to, because 整顿 or 考核 may be the subject.
 */
const QUESTION_WORDS =
  /请问一下|请问|想问|请教|(?:应该|应当|应|该|要)?(?:怎么样|怎么才能|怎样才能|如何才能|怎么|怎样|如何)(?:解决|破解|处理|应对|克服|避免|防止|改进|改|办|做|开展|开|写|填|搞|抓|走|推进|评|定|准备|变)?|(?:是|指|叫|有|要|需要|学|看|写|包括)?(?:什么|哪些|哪几个|哪几|哪里|哪个|哪)(?:意思|办法|措施|方法|内容|步骤|要求|是|叫)?|为什么|为何|能不能|可不可以|是不是|有没有|是否|能否|多久|多少|几次|几个|谁和谁|各负|各|怎么|咋办|有关|关于|对于|针对|应该|应当|的办法|的方法|[?？!！。，,；;：:“”"、\s]|[吗呢吧啊]$/gu;

/**
 * Read a question; `undefined` where the text is none.
 *
 * @param raw - Query as typed.
 * @example
 * readQuestion('怎么解决党建业务两张皮'); // { pieces: ['党建业务两张皮'], kinds: { problem: 1.4, measure: 1.15, term: 0.7 } }
 */
export function readQuestion(raw: string): Question | undefined {
  if (!MARK.test(raw)) return undefined;
  const pieces = raw
    .replace(QUESTION_WORDS, ' ')
    .split(' ')
    .filter((piece) => Array.from(piece).length >= 2);
  const kinds = INTENTS.find(({ asks }) => asks.test(raw))?.kinds ?? {};
  return { pieces: pieces.length === 0 ? [raw] : pieces, kinds };
}
