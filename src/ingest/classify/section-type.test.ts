import { describe, expect, test } from 'vitest';
import { classifySections } from './section-type.ts';

describe('classifySections', () => {
  test.each([
    ['二、存在的主要问题', 'problem'],
    ['问题的原因', 'cause'],
    ['重视不够的根源', 'cause'],
    ['三、主要做法', 'measure'],
    ['聚焦突出问题', 'measure'],
    ['坚持问题导向，找准薄弱环节', 'measure'],
    ['推动支部建设由“过得去”变“高质量”', 'measure'],
    ['四、取得的成效', 'outcome'],
    ['一、充分认识重要意义', 'significance'],
    ['应该遵循的标准', 'standard'],
    ['换届选举程序', 'procedure'],
    ['引言', 'other'],
    ['目标融合', 'other'],
  ] as const)('%s → %s', (heading, type) => {
    expect(classifySections([{ level: 1, heading }])).toEqual([type]);
  });

  test('a section without a cue takes the type of the section above it', () => {
    expect(
      classifySections([
        { level: 1, heading: '二、存在的问题' },
        { level: 2, heading: '（一）加强学习流于表面' },
        { level: 1, heading: '三、对策' },
        { level: 2, heading: '（一）思想上' },
      ]),
    ).toEqual(['problem', 'problem', 'measure', 'measure']);
  });

  test('a word of a set cut to one pattern takes the type of the section that holds the set', () => {
    const set = ['督察全面化。', '业务标准化。', '整改精准化。'];
    const sections = [
      { level: 1, heading: '三、推动支部建设的做法' },
      ...set.map((heading) => ({ level: 2, heading })),
    ];
    expect(classifySections(sections)).toEqual(['measure', 'measure', 'measure', 'measure']);
    expect(
      classifySections([...sections.slice(0, 1), { level: 2, heading: '（一）业务标准化' }]),
    ).toEqual(['measure', 'standard']);
  });

  test('points that all name problems make their section one', () => {
    expect(
      classifySections([
        { level: 1, heading: '2.4 破解突出问题的现实需要' },
        { level: 2, heading: '一是党的领导弱化。' },
        { level: 2, heading: '二是党的建设缺失。' },
      ]),
    ).toEqual(['problem', 'problem', 'problem']);
  });

  test('a regulation sets standards, a text about methods measures', () => {
    expect(
      classifySections([{ level: 1, heading: '第二章 组织设置' }], '支部工作条例（试行）'),
    ).toEqual(['standard']);
    expect(classifySections([{ level: 1, heading: '目标融合' }], '破解“两张皮”的几点做法')).toEqual(
      ['measure'],
    );
  });

  test('总则 and 附则 of a regulation are other, their articles too; other chapters follow their own word', () => {
    const sections = [
      [1, '第一章 总则'],
      [2, '第一条'],
      [1, '第二章 组织设置'],
      [2, '第二条'],
      [1, '第三章 工作机制'],
      [1, '第四章 附则'],
    ] as const;
    expect(
      classifySections(
        sections.map(([level, heading]) => ({ level, heading })),
        '支部工作条例（试行）',
      ),
    ).toEqual(['other', 'other', 'standard', 'standard', 'procedure', 'other']);
  });

  test('supervision orders to act in the rules of a procedure too; steps make a procedure of their section', () => {
    const sections = [
      [1, '第一章 支部党员大会'],
      [2, '第一节 会前准备'],
      [2, '第二节 会中程序'],
      [1, '第六章 纪律和监督'],
      [2, '第三十四条'],
    ] as const;
    expect(
      classifySections(
        sections.map(([level, heading]) => ({ level, heading })),
        '基层组织选举工作条例',
      ),
    ).toEqual(['procedure', 'procedure', 'procedure', 'measure', 'measure']);
  });

  test('the background of a case is the difficulty it answers', () => {
    const sections = ['【背景】', '【做法】', '【成效】', '【启示】'].map((heading) => ({
      level: 1,
      heading,
    }));
    expect(classifySections(sections)).toEqual(['problem', 'measure', 'outcome', 'significance']);
  });

  test.each([
    ['组织领导', 'measure'],
    ['会中要求', 'procedure'],
    ['为什么会“空转”', 'cause'],
    ['效果怎么样', 'outcome'],
    ['带来的机遇', 'significance'],
    ['主要表现', 'problem'],
    ['考评对象', 'other'],
    ['年终核查公示', 'procedure'],
    ['几点体会', 'significance'],
    ['增强责任感和紧迫感', 'significance'],
    ['支部之间发展不均衡。', 'problem'],
    ['优化进路', 'measure'],
    ['支部建设的基本现状', 'outcome'],
    ['行动上“虚多实少”。', 'problem'],
    ['有岗无责，先锋岗成了“摆设岗”。', 'problem'],
    ['打通“中梗阻”，压实责任', 'measure'],
    ['病在“牌子”，根在“里子”', 'cause'],
    ['第二章 教育内容和方式', 'measure'],
    ['药方怎么开', 'measure'],
    ['0　引言', 'other'],
    ['180.民主评议党员分为哪几个步骤？', 'procedure'],
    ['（四）党员讨论', 'procedure'],
  ] as const)('%s by itself is %s', (heading, type) => {
    expect(classifySections([{ level: 1, heading }])).toEqual([type]);
  });

  test.each([
    ['某某机关党支部2018年度工作总结', 'outcome'],
    ['关于印发《机关党员积分管理办法》的通知', 'standard'],
    ['中国共产党基层组织选举工作条例', 'procedure'],
    ['机关党委会议事规则', 'procedure'],
    ['机关党建考核评分细则（2022年版）', 'standard'],
    ['党费收缴使用管理有关问题解答', 'standard'],
  ] as const)('sections of %s without a word of their own are %s', (title, type) => {
    expect(classifySections([{ level: 1, heading: '二、党费和经费' }], title)).toEqual([type]);
  });
});
