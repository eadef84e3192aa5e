/** What a rule of the ledger does and how the review page names it. */
export interface RuleInfo {
  /** Simplified Chinese, as the review page shows it. */
  readonly label: string;
  /** Why the rule may act; for maintainers and for the tooltip of the review page. */
  readonly reason: string;
}

/**
 * Every rule that may stand in a ledger. Ids never change: reports on disk carry them.
 */
export const RULES = {
  text: { label: '原文', reason: '照原样保留' },
  'other-article': { label: '属于另一篇', reason: '汇编中的其他文章，另成一篇' },
  'compilation-shell': { label: '汇编标题', reason: '“篇N：”是汇编者加的壳，不是文章标题' },

  'patch-move': { label: '补丁：移位', reason: '该文专用补丁，恢复栏位次序' },
  'patch-replace': { label: '补丁：改字', reason: '该文专用补丁，校正已核实的错字' },
  'patch-remove': { label: '补丁：删除', reason: '该文专用补丁，删除已核实的杂质' },

  markup: { label: '格式标记', reason: '文件格式自身的标记，不是文字' },
  chrome: { label: '网页外壳', reason: '导航、播放器、扫码、问答尾巴等页面部件' },
  control: { label: '不可见字符', reason: '控制字符、零宽字符、软连字符' },
  'line-end': { label: '换行统一', reason: '回车换行统一为换行' },
  'html-remnant': { label: 'HTML残片', reason: '网页代码的残余' },
  'template-code': { label: '模板代码', reason: '网页模板或脚本的残余' },
  entity: { label: 'HTML实体', reason: '实体还原为字符' },

  'pinyin-split': { label: '错位：夹拼音', reason: '注音按字节插入，拆散双字节字；按GBK字节还原' },
  'lost-byte': { label: '错位：丢字节', reason: '句号首字节丢失，其后整体错一字节；按GBK字节还原' },
  'lost-pair': { label: '错位：丢字', reason: '错位串中又丢一对字节；按字节加本文用词还原，唯一' },
  pinyin: { label: '夹注拼音', reason: '逐字注音，同一字读音全文唯一' },
  radical: { label: '部首还原', reason: '部首码位与汉字同形' },
  compatibility: { label: '兼容字还原', reason: '兼容区汉字与统一汉字同形' },
  simplify: { label: '繁转简', reason: '整篇为繁体，逐字转换' },
  'full-width': { label: '全角标点', reason: '汉字旁的半角标点恢复全角' },
  'half-width': { label: '半角数字', reason: '全角数字和字母写作半角' },
  quote: { label: '引号', reason: '引号方向按配对恢复' },
  dash: { label: '破折号', reason: '制表线、连字符充当破折号' },
  'middle-dot': { label: '间隔号', reason: '项目符号充当间隔号' },
  space: { label: '多余空格', reason: '汉字之间、段首段末、标点旁的空格' },
  ocr: { label: 'OCR错字', reason: '字形混淆表，逐条有理由' },
  'lost-glyph': { label: '丢失的字形', reason: '空字形留下的问号' },

  contents: { label: '目录', reason: '各条在正文里另有标题，大纲由标题重建' },
  'link-farm': { label: '链接农场', reason: '一行十个以上竖线分隔的短链接' },
  copyright: { label: '版权行', reason: '数据库或网站的版权声明' },
  'running-head': { label: '页眉页脚', reason: '每页重复的刊名、栏目、期号' },
  'page-number': { label: '页码', reason: '独占一行或在页眉页脚处的页码' },
  'page-break': { label: '分页', reason: '分页符' },
  'citation-mark': { label: '脚注号', reason: '正文里的引文序号；参考文献另存' },
  'blank-line': { label: '空行', reason: '段落一行一段，空行不另占行' },
  'join-line': { label: '断行拼接', reason: '句中换行' },
  'split-heading': { label: '标题分行', reason: '与正文粘连的标题另起一行' },
  'split-paragraph': { label: '分段', reason: '段首句或条目另起一段' },
  'repeated-passage': { label: '重复段', reason: '导读与首段同文' },

  'to-title': { label: '移作题名', reason: '题名存入元数据' },
  'to-author': { label: '移作作者', reason: '署名存入元数据' },
  'to-org': { label: '移作单位', reason: '作者单位存入元数据' },
  'to-publication': { label: '移作出处', reason: '刊名、来源、日期存入元数据' },
  'to-note': { label: '移作附注', reason: '作者简介、分类号、责任编辑等存入附注' },
} as const satisfies Readonly<Record<string, RuleInfo>>;

/** A rule that may stand in the ledger of an article. */
export type RuleId = keyof typeof RULES;

/** Every rule that may stand in `IngestWarning.rule`. */
export const WARNING_RULES = {
  'lost-digits': { label: '数字可能丢位', reason: '勿引用：数字与上下文矛盾或残缺' },
  masked: { label: '遮盖', reason: 'X、XX、某等遮盖，勿作数字引用' },
  'damaged-bytes': { label: '编码损坏', reason: '看得出损坏，但证不出原文' },
  'private-use': { label: '私用区字符', reason: '私用区字符在别的机器上显示不同' },
  'ocr-suspect': { label: '疑似OCR错字', reason: '在混淆表中，但证据不足' },
  'colon-suspect': { label: '冒号可疑', reason: '冒号前后都是完整句，可能原为分号或句号' },
  'repeated-word': { label: '疑似重字', reason: '相邻重复的词' },
  'heading-guess': { label: '标题边界存疑', reason: '标题与正文之间没有标点，按句法切分' },
  'column-suspect': { label: '栏序可疑', reason: '句子在行间接不上，可能是双栏错序' },
  'patch-unused': { label: '补丁未用', reason: '补丁的锚点没有找到或不唯一' },
  picture: { label: '图片未读', reason: '图片里的文字没有读入，须对照原件' },
  'no-text-page': { label: '无文字页', reason: '该页没有文字层，可能是扫描页，须对照原件' },
  'lost-number': { label: '编号缺失', reason: '旧格式文档的自动编号没有写回正文，须对照原件' },
  untitled: { label: '缺题名', reason: '文中没有题名' },
} as const satisfies Readonly<Record<string, RuleInfo>>;

/** A rule that may stand in a warning. */
export type WarningRuleId = keyof typeof WARNING_RULES;
