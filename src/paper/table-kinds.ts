/** A blank table that goes with a meeting or an inspection, in every medium. */
export interface BlankTable {
  readonly id: 'sign-in' | 'ledger';
  readonly title: string;
  readonly columns: readonly {
    readonly key: string;
    readonly heading: string;
    readonly mm: number;
  }[];
  /** Blanks above the table. */
  readonly head: readonly string[];
  /** Blanks below the table. */
  readonly foot: readonly string[];
  readonly orientation: 'portrait' | 'landscape';
  /** Rows of a fresh sheet. */
  readonly rows: number;
  /** Smallest row height in millimetres: room for a signature. */
  readonly rowMm: number;
}

/** 签到表: columns as customary; no telephone column by default, since a list that lies open invites misuse. */
export const SIGN_IN: BlankTable = {
  id: 'sign-in',
  title: '签到表',
  columns: [
    { key: 'number', heading: '序号', mm: 13 },
    { key: 'unit', heading: '单位（部门）', mm: 46 },
    { key: 'name', heading: '姓名', mm: 28 },
    { key: 'post', heading: '职务', mm: 28 },
    { key: 'sign', heading: '签名', mm: 32 },
    { key: 'note', heading: '备注', mm: 20 },
  ],
  head: ['会议名称', '时间', '地点', '主办'],
  foot: ['应到', '实到', '请假', '缺席'],
  orientation: 'portrait',
  rows: 20,
  rowMm: 9,
};

/** 整改台账: from the problem to the day it was struck off. */
export const LEDGER: BlankTable = {
  id: 'ledger',
  title: '整改台账',
  columns: [
    { key: 'number', heading: '序号', mm: 12 },
    { key: 'problem', heading: '问题', mm: 44 },
    { key: 'detail', heading: '具体表现', mm: 42 },
    { key: 'measure', heading: '整改措施', mm: 46 },
    { key: 'person', heading: '责任人', mm: 20 },
    { key: 'deadline', heading: '完成时限', mm: 22 },
    { key: 'progress', heading: '进展', mm: 26 },
    { key: 'closed', heading: '销号日期', mm: 22 },
    { key: 'note', heading: '备注', mm: 20 },
  ],
  head: ['单位', '检查事项', '检查日期'],
  foot: ['填表人', '审核人', '日期'],
  orientation: 'landscape',
  rows: 9,
  rowMm: 12,
};
