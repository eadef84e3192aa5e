/** Factor for pages of a kind; 1 where absent. */
export type Kinds = Readonly<Record<string, number>>;

/** A question in plain words: its subject. */
export interface Question {
  /** The words that carry content, parted where question words stood. */
  readonly pieces: readonly string[];
}

/** What makes a text a question; short words only where they cannot be part of another. */
const MARK =
  /[?？]|如何|怎么|怎样|咋|什么|哪(?!怕)|为何|是否|能否|谁|多少|多久|多长时间|何时|(?<!十)几[个次天年月名本份张人项类种步条点方]|([能要该算行])不\1|有没有|可不可以|应不应该|需不需要|区别|[吗呢]$/u;

/** What a question asks for, and who answers: the first row that fits counts. */
const INTENTS: readonly { readonly asks: RegExp; readonly kinds: Kinds }[] = [
  { asks: /区别|不同/u, kinds: { term: 1.4 } },
  {
    asks: /什么是|什么叫|是什么意思|什么意思|指什么|指哪|是哪|多久|几次|几个等次|含义|(?<!标准|条件|要求)是什么/u,
    kinds: { term: 1.45, standard: 1.1, wuhua: 1.1 },
  },
  {
    asks: /准备|流程|程序|步骤|手续|材料|自评|核对|检查|看什么|怎么填|怎么记|怎么评|谁和谁|(?:怎么|如何|怎样)开(?!展)/u,
    kinds: { checklist: 1.4, measure: 1.15, standard: 1.1, term: 0.65 },
  },
  {
    asks: /怎么办|咋办|办法|解决|破解|克服|防止|避免|应对|纠正|为什么|原因|怎么改/u,
    kinds: { problem: 1.4, measure: 1.15, term: 0.7 },
  },
  {
    asks: /标准|条件|要素|环节|要求|包括|内容|哪些|哪几|写什么|写哪/u,
    kinds: { standard: 1.3, checklist: 1.15, wuhua: 1.05, term: 0.65 },
  },
  { asks: /怎么|怎样|如何|咋/u, kinds: { measure: 1.3, checklist: 1.1, term: 0.7 } },
  {
    // Whether something may be done, and how many it takes, is said by rules.
    asks: /([能要该算行])不\1|可不可以|应不应该|需不需要|是否|能否|多少|几[个名]|什么情[况形]/u,
    kinds: { checklist: 1.1, standard: 1.1, measure: 1.1, wuhua: 1.1, term: 0.9 },
  },
];

/** What words that ask for nothing but a thing of some sort ask for; by the word they end in. */
const ENDINGS: readonly { readonly ends: RegExp; readonly kinds: Kinds }[] = [
  { ends: /(?:清单|[^代]表)$/u, kinds: { checklist: 1.4, term: 0.7 } },
  {
    ends: /(?:准备|流程|程序|步骤|手续|核对|自查|自评|检查)$/u,
    kinds: { checklist: 1.4, measure: 1.15, standard: 1.1, term: 0.65 },
  },
  {
    ends: /(?:条例|准则|细则|规定|规程|决议案?|报告|讲话|原文|全文)$/u,
    kinds: { source: 1.5, term: 0.8 },
  },
  { ends: /(?:标准|要素|指标)$/u, kinds: { standard: 1.25 } },
  { ends: /(?:做法|措施|机制)$/u, kinds: { measure: 1.25 } },
  { ends: /(?:问题|原因|表现)$/u, kinds: { problem: 1.25 } },
];

/** Who asks, and words that lend a question weight. */
const FILLERS =
  '请问一下|请问|想问|请教|我们|咱们|我想|到底|究竟|必须要?|一定要?|是不是|有没有|([能要该算行])不\\1(?:算|数|行)?|可不可以|应不应该|需不需要|是否|能否|为什么|为何|谁和谁|各负|各|有关|关于|对于|针对|应该|应当|的办法|的方法|才能|才算|才行|才好|[?？!！。，,；;：:“”"、\\s]';
/** Verbs of one question word: only together with it, because 整顿 or 考核 may be the subject. */
const HOW =
  '(?:应该|应当|应|该|要)?(?:怎么样|怎么才能|怎样才能|如何才能|怎么|怎样|如何|咋)(?:解决|破解|处理|应对|克服|避免|防止|改进|改|办好|办|做好|做|开展|开好|开|写好|写|填|搞好|搞|抓好|抓|走|推进|落实|安排|管(?!理)|建(?!设|立)|设(?!立|置)|选(?!举|拔|用)|查(?!摆|处|找)|用|带(?!头)|当(?!选)|算|看|弄|评|定|准备|变)?';
const WHAT =
  '(?:应该|应当|应|该|得|可以|需要|主要|具体|要|都)*(?:是|指|叫|有|(?<![自科大])学|看|(?<!填)写|包括|包含|(?<![党创组])建|(?<!建)设|做|(?<!骨)干|(?<![主监])管|(?<![书登])记|填|(?<![上提])交|(?<![检督自排审巡核])查|(?<![准具筹])备|谈到)?(?:什么|哪些|哪几[个本份张项类种步条点方]?|哪里|哪个|哪一?|多少|(?<!十)几[个次天名本份张项类种步条点])(?:情况下?|情形下?|时候|人|事|意思|办法|措施|方法|内容|步骤|环节|要求|是|叫)?';

/** Words that say how is asked, not what about. Longer ones first. */
const QUESTION_WORDS = new RegExp(
  `${FILLERS}|${HOW}|${WHAT}|多久|多长时间|什么时候|何时|[吗呢吧啊]$`,
  'gu',
);

/**
 * The kinds of page that a query asks for by how it is put.
 *
 * @param raw - Query as typed, in simplified characters.
 * @returns Factor for pages of a kind; 1 where absent.
 * @example
 * askedKinds('谈心谈话表'); // { checklist: 1.4 }
 */
export function askedKinds(raw: string): Kinds {
  if (MARK.test(raw)) return INTENTS.find(({ asks }) => asks.test(raw))?.kinds ?? {};
  return ENDINGS.find(({ ends }) => ends.test(raw))?.kinds ?? {};
}

/**
 * Read a question; `undefined` where the text is none.
 *
 * @param raw - Query as typed, in simplified characters.
 * @example
 * readQuestion('怎么解决党建业务两张皮'); // { pieces: ['党建业务两张皮'] }
 */
export function readQuestion(raw: string): Question | undefined {
  if (!MARK.test(raw)) return undefined;
  const pieces = raw
    .replace(QUESTION_WORDS, ' ')
    .split(' ')
    .filter((piece) => Array.from(piece).length >= 2);
  return { pieces: pieces.length === 0 ? [raw] : pieces };
}
