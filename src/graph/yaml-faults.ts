import type { ErrorCode } from 'yaml';

/** What is wrong with a piece of YAML, in words an editor can act on. */
export interface YamlFaultText {
  readonly message: string;
  readonly expected: string;
}

const QUOTE = '文字里有“: ”“ #”或以特殊符号开头时，整段加英文引号';
const NESTING = '每个字段一行；下级比上级多缩进两个空格；值里有“: ”时加英文引号';
const BRACKETS = '括号成对，各项之间用英文逗号隔开，行内字段写作 { 名: 值 }';

/** Faults by the code of the yaml library; codes that front matter can hardly meet share {@link OTHER_FAULT}. */
export const YAML_FAULTS: Readonly<Partial<Record<ErrorCode, YamlFaultText>>> = {
  BAD_ALIAS: { message: '值以 * 或 & 开头，会被当成引用', expected: '值加英文引号' },
  BAD_DQ_ESCAPE: {
    message: '双引号里的反斜杠写法不对',
    expected: '改用单引号，或把 \\ 写成 \\\\',
  },
  BAD_INDENT: { message: '缩进没有对齐，或括号没有收尾', expected: NESTING },
  BAD_SCALAR_START: { message: '值以特殊符号开头', expected: QUOTE },
  BLOCK_AS_IMPLICIT_KEY: { message: '一行里有两个“: ”', expected: QUOTE },
  BLOCK_IN_FLOW: { message: '方括号、花括号没有写完', expected: BRACKETS },
  DUPLICATE_KEY: { message: '同一个字段写了两次', expected: '每个字段一次' },
  MISSING_CHAR: {
    message: '缺少字段名、冒号、引号、逗号或空格',
    expected: '每行写作“字段: 值”，引号成对，“:”“-”“#”隔开一个空格',
  },
  MULTILINE_IMPLICIT_KEY: { message: '一行文字前面没有字段名', expected: NESTING },
  MULTIPLE_DOCS: { message: '信息中间多出一行 ---', expected: '开头、末尾各一行 ---' },
  TAB_AS_INDENT: { message: '缩进用了制表符', expected: '缩进用空格' },
  TAG_RESOLVE_FAILED: { message: '值以 ! 开头，会被当成标记', expected: '值加英文引号' },
  UNEXPECTED_TOKEN: { message: '这里不该有这个符号', expected: BRACKETS },
};

/** Said with the library's own words behind it, which name the fault exactly. */
export const OTHER_FAULT: YamlFaultText = { message: '无法读取', expected: QUOTE };
