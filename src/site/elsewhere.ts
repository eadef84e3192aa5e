/** A topic no page answers: its fragment, the words an officer looks for, and where to look instead. */
interface Elsewhere {
  readonly id: string;
  readonly topic: string;
  /** Text, or an entry and what to call it; without a link where the content has no such entry. */
  readonly where: readonly (string | { readonly entry: string; readonly name: string })[];
}

const BRANCH = { entry: 'reg-branch', name: '支部工作条例' };
const ORGAN = { entry: 'reg-organ', name: '机关基层组织工作条例' };
const EDUCATION = { entry: 'reg-member-education', name: '党员教育管理工作条例' };
const ELECTION = { entry: 'reg-election', name: '基层组织选举工作条例' };
const DEVELOPMENT = { entry: 'reg-development-2026', name: '发展党员工作细则' };

/** What officers ask and no entry answers, grouped as the page groups it. Names and articles as far as copies were read. */
export const ELSEWHERE: readonly {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly Elsewhere[];
}[] = [
  {
    id: 'members',
    title: '党员、党籍与党费',
    rows: [
      {
        id: 'fees',
        topic: '党费标准、党费收缴、党费使用与补交',
        where: [
          '中央组织部《关于中国共产党党费收缴、使用和管理的规定》（2008年4月1日起施行），比例和基数按上级组织部门当年的通知。',
        ],
      },
      {
        id: 'transfer',
        topic: '组织关系转接、介绍信及其时限',
        where: [
          EDUCATION,
          '第二十五条：外出六个月以上、地点相对固定的应当转。介绍信式样和有效期问上级党委组织部门。',
        ],
      },
      {
        id: 'mobile',
        topic: '流动党员、失联党员管理',
        where: [
          EDUCATION,
          '第二十四条、第三十二条至第三十四条；中央办公厅《关于进一步加强和改进流动党员管理工作的意见》（2024年，年份未核验）。',
        ],
      },
      {
        id: 'abroad',
        topic: '出国（境）党员，停止党籍与恢复党籍',
        where: [EDUCATION, '第二十四条、第三十四条；办理手续问上级党委组织部门。'],
      },
      {
        id: 'retired',
        topic: '离退休党员、老党员管理',
        where: [EDUCATION, '第二十三条，', ORGAN, '第二十条；具体办法问老干部工作部门。'],
      },
      {
        id: 'care',
        topic: '困难党员慰问、党内关怀、志愿服务',
        where: [EDUCATION, '第二十二条、第二十三条；慰问对象和标准按上级组织部门、工会的通知。'],
      },
      {
        id: 'discipline',
        topic: '处分程序、留党察看、党员申诉',
        where: [
          { entry: 'reg-discipline', name: '纪律处分条例' },
          '，《中国共产党处分违纪党员批准权限和程序规定》（2022年）；机关另看',
          ORGAN,
          '第三十七条。办理前问本级纪委或机关纪检监察工委。',
        ],
      },
      {
        id: 'honours',
        topic: '两优一先评选（优秀共产党员、优秀党务工作者、先进基层党组织）',
        where: ['《中国共产党党内功勋荣誉表彰条例》第十六条；名额、条件按当年评选通知。'],
      },
    ],
  },
  {
    id: 'organisation',
    title: '组织设置与选举',
    rows: [
      {
        id: 'set-up',
        topic: '支部设立、支部合并、支部撤销与升格',
        where: [
          BRANCH,
          '第二章（合并、撤销的条文未核验）；机关按',
          ORGAN,
          '第五条至第七条看人数，按第三十七条报批设置调整。',
        ],
      },
      {
        id: 'by-election',
        topic: '补选、增补委员，届中书记变动',
        where: [
          ELECTION,
          '和',
          BRANCH,
          '第六章（条文未核验）；机关书记、副书记任期内变动按',
          ORGAN,
          '第八条先征得上级同意。',
        ],
      },
      {
        id: 'division',
        topic: '支委分工：书记、组织委员、宣传委员、纪检委员各管什么',
        where: [
          BRANCH,
          '第六章（分工细则未核验）；来源的做法见',
          { entry: 'committee-complete', name: '配齐支委与分工' },
          '。',
        ],
      },
      {
        id: 'mass',
        topic: '群团工作（工会、共青团、妇联）、统战工作',
        where: [ORGAN, '第十条，各群团章程；《中国共产党统一战线工作条例》（2020年修订）。'],
      },
    ],
  },
  {
    id: 'publicity',
    title: '学习、宣传与保密',
    rows: [
      {
        id: 'centre-group',
        topic: '党委（党组）理论学习中心组学习',
        where: ['《中国共产党党委（党组）理论学习中心组学习规则》（2017年，5章17条）。'],
      },
      {
        id: 'ideology',
        topic: '意识形态工作责任制',
        where: ['《党委（党组）意识形态工作责任制实施办法》（未核验）；向本级党委宣传部门查。'],
      },
      {
        id: 'online',
        topic: '网络舆情、党员网络行为',
        where: [
          '《中国共产党党员网络行为规定》（条文未核验），',
          EDUCATION,
          '第三十八条；舆情处置按本级网信部门的预案。',
        ],
      },
      {
        id: 'secrecy',
        topic: '保密教育、保密规定',
        where: ['《中华人民共和国保守国家秘密法》（2024年5月1日起施行）；向保密行政管理部门查。'],
      },
      {
        id: 'emblem',
        topic: '党徽党旗使用、入党誓词',
        where: [
          '《中国共产党党徽党旗条例》（2021年）；誓词见',
          { entry: 'reg-party-constitution', name: '党章' },
          '第六条，宣誓见',
          DEVELOPMENT,
          '第二十九条。',
        ],
      },
    ],
  },
  {
    id: 'oversight',
    title: '监督与公开',
    rows: [
      {
        id: 'inspection',
        topic: '巡视巡察整改',
        where: ['《中国共产党巡视工作条例》（2024年修订）；整改期限和报送按本级巡察办的反馈意见。'],
      },
      {
        id: 'openness',
        topic: '党务公开的内容、范围与程序',
        where: ['《中国共产党党务公开条例（试行）》（2017年），', ORGAN, '第二十五条。'],
      },
    ],
  },
  {
    id: 'figures',
    title: '数字与样表',
    rows: [
      {
        id: 'hours',
        topic: '党员学时，书记、班子成员培训学时',
        where: [
          EDUCATION,
          '第二十条：党员每年集中学习培训一般不少于32学时。书记、班子成员的学时查现行党员教育培训规划。',
        ],
      },
      {
        id: 'lectures',
        topic: '领导干部讲党课次数',
        where: [
          ORGAN,
          '第十八条只要求落实讲党课制度；次数看',
          BRANCH,
          '（未核验）和上级年度安排。',
        ],
      },
      {
        id: 'full-time',
        topic: '专职党务工作人员比例',
        where: [ORGAN, '第三十条：一般占机关工作人员总数的1%至2%。其他单位按各自条例。'],
      },
      {
        id: 'funds',
        topic: '党建活动经费标准',
        where: [ORGAN, '第四十条只规定列入部门预算，没有定额；标准查本级财政、组织部门的文件。'],
      },
      {
        id: 'archives',
        topic: '党建档案保管期限',
        where: [
          '《机关文件材料归档范围和文书档案保管期限规定》（国家档案局令第8号，2006年）和本单位经档案部门审定的期限表；入党材料按',
          DEVELOPMENT,
          '第三十六条存人事档案。',
        ],
      },
      {
        id: 'samples',
        topic: '范文样表：会议记录、述职报告、换届请示、选举办法、主持词、对照检查材料、学习计划',
        where: [
          '本站不收范文。要写到哪些内容看相应的清单；公文格式按 GB/T 9704—2012，样式以上级当年通知为准。',
        ],
      },
    ],
  },
];
