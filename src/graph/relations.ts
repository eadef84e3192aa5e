import { KIND_NAMES, type Kind } from '../schema/kinds.ts';

/** One type of relation: which kinds it joins, and how it reads from each end. */
export interface RelationInfo {
  /** Kinds that may declare it. */
  readonly from: readonly Kind[];
  /** Kinds it may point to. */
  readonly to: readonly Kind[];
  /** True where it points to one criterion rather than to a whole entry. */
  readonly criterion: boolean;
  /** Heading on the page that declares it. */
  readonly label: string;
  /** Name of the computed other direction. */
  readonly inverse: string;
  /** Heading on the page it points to. */
  readonly inverseLabel: string;
}

const STANDARDS = ['standard', 'wuhua'] as const;

/** Every relation of the data model. A relation is declared once, on the `from` side; the graph computes the other. */
export const RELATIONS = {
  treats: {
    from: ['measure'],
    to: ['problem'],
    criterion: false,
    label: '解决的问题',
    inverse: 'treatedBy',
    inverseLabel: '解决办法',
  },
  meets: {
    from: ['measure'],
    to: STANDARDS,
    criterion: true,
    label: '支撑的标准条目',
    inverse: 'metBy',
    inverseLabel: '支撑措施',
  },
  supports: {
    from: STANDARDS,
    to: ['measure'],
    criterion: false,
    label: '配套措施',
    inverse: 'supportedBy',
    inverseLabel: '所配标准',
  },
  guards: {
    from: STANDARDS,
    to: ['problem'],
    criterion: false,
    label: '防范的问题',
    inverse: 'guardedBy',
    inverseLabel: '对照标准',
  },
  checks: {
    from: ['checklist'],
    to: STANDARDS,
    criterion: true,
    label: '核对的标准条目',
    inverse: 'checkedBy',
    inverseLabel: '核对清单',
  },
  causedBy: {
    from: ['problem'],
    to: ['problem'],
    criterion: false,
    label: '成因',
    inverse: 'causes',
    inverseLabel: '由此引起',
  },
  see: {
    from: ['term'],
    to: KIND_NAMES,
    criterion: false,
    label: '参见',
    inverse: 'seenFrom',
    inverseLabel: '相关术语',
  },
  confusable: {
    from: ['term'],
    to: ['term'],
    criterion: false,
    label: '易混',
    inverse: 'confusable',
    inverseLabel: '易混',
  },
  related: {
    from: KIND_NAMES,
    to: KIND_NAMES,
    criterion: false,
    label: '相关',
    inverse: 'related',
    inverseLabel: '相关',
  },
  replaces: {
    from: ['source'],
    to: ['source'],
    criterion: false,
    label: '取代',
    inverse: 'replacedBy',
    inverseLabel: '已被取代',
  },
  cites: {
    from: KIND_NAMES,
    to: ['source'],
    criterion: false,
    label: '出处',
    inverse: 'citedBy',
    inverseLabel: '引用本来源的条目',
  },
} as const satisfies Record<string, RelationInfo>;

/** Name of a relation as the declaring side has it. */
export type RelationName = keyof typeof RELATIONS;
