import type { RuleId } from '../rules.ts';

/** A line that is page furniture as a whole. */
export interface ChromeLine {
  readonly pattern: RegExp;
  readonly reason: string;
  readonly sample: string;
  readonly rule: RuleId;
  /** `edge`: only near the start or end of the text. `tail`: also all that follows it. `any`: wherever it stands. */
  readonly where: 'edge' | 'tail' | 'any';
}

const edge = (pattern: RegExp, sample: string, reason: string): ChromeLine => ({
  pattern,
  sample,
  reason,
  rule: 'chrome',
  where: 'edge',
});

/**
 * Lines of web pages that belong to the page and not to the article. Patterns match the whole line after white space
 * was trimmed; the text may still be half-width.
 */
export const CHROME_LINES: readonly ChromeLine[] = [
  edge(/^手机版$|^电脑版$|^客户端$|^触屏版$/u, '手机版', '版本切换'),
  edge(/^欢迎(?:使用|访问|光临).{0,20}$/u, '欢迎使用手机浏览', '欢迎语'),
  edge(
    /^(?:[【[(（]?(?:打印(?:本页|此页|文章)?|关闭(?:窗口|本页)?|返回(?:顶部|上页|列表)?|收藏(?:本页)?|大|中|小|字号|字体)[】\])）]?[:：\s|｜]*){2,}$/u,
    '【打印】【关闭】【返回顶部】',
    '页面工具条',
  ),
  edge(/^[★☆─━═\s]{1,80}$/u, '★', '版头的红线和五角星'),
  edge(
    /^(?:点击|戳)(?:上方|下方|文末|标题下方|这里)?.{0,8}(?:蓝字|蓝色字|关注).{0,20}$|^[-—–=\s]{1,10}(?:END|完|结束)[-—–=\s]{1,10}$|^(?:喜欢|觉得(?:不错|有用|好看)?)(?:就|请|的话|本文|[，,])*.{0,4}点个?.{0,4}(?:赞|在看).{0,12}$/iu,
    '点击上方蓝字关注我们',
    '公众号的提示',
  ),
  edge(
    /^(?:百度(?:一下|知道|首页)|我来答|我要(?:提问|回答)|提问|用户|认证用户|关注|首页|分享\s*举报|本回答(?:由|被).{2,12}|已赞过.{0,8}|你对这个回答的评价是.?|评论\s*收起|.{0,20}TA获得超过.{0,12}个赞|#[^#\n]{1,12}#.{0,20}|\d+\s*个?回答)$/u,
    '你对这个回答的评价是？',
    '问答网页的部件',
  ),
  edge(
    /^(?:提问(?:时间|日期)?[:：]?\s*[\d\-/年月日]*\s*)?[|｜]?\s*浏览\s*[:：]?\s*\d[\d.,]*\s*万?\s*次?$/u,
    '| 浏览：3.2万 次',
    '计数器',
  ),
  edge(
    /^(?:\S{2,12}\s+)?(?:打印|纠错|收藏|分享|关闭|字号|字体|大|中|小|[|｜【】[\]:：\s])*(?:打印|纠错|收藏|字号|关闭窗口)(?:打印|纠错|收藏|分享|关闭|窗口|本页|大|中|小|[|｜【】[\]:：\s])*$/u,
    '共产党员网 打印 纠错',
    '页面工具条',
  ),
  edge(
    /^(?:打开)?微信扫一扫.{0,20}$|^扫一扫.{0,20}$|^扫码.{0,20}$|^长按.{0,10}二维码.{0,20}$/u,
    '微信扫一扫 ×',
    '扫码提示',
  ),
  edge(
    /^(?:收听|朗读|播放)(?:本文|全文|音频)?.{0,4}\d{2}:\d{2}.*$|^\d{2}:\d{2}\s*\/\s*\d{2}:\d{2}$|^(?:收听|朗读)(?:本文|全文)$/u,
    '收听本文 00:00/00:00',
    '播放器',
  ),
  edge(/^(?:\d\s+){2,}\d$/u, '1 1 1', '轮播图的页点'),
  edge(
    /^如题所述$|^如题[,，。]?$|^最佳答案$|^推荐(?:答案|于\d{4}.*)$|^网友(?:采纳|回答)$|^匿名用户$|^\d+个回答$/u,
    '如题所述',
    '问答网页的部件',
  ),
  edge(
    /^(?:首页|主页)(?:\s*[>»›/→-]+\s*\S{1,15})+$|^(?:您|你)?(?:现在|目前)?(?:的|所在|所处)?(?:当前)?(?:的)?位置\s*[:：].{0,60}$/u,
    '首页 > 党建园地 > 正文',
    '面包屑',
  ),
  edge(/^(?:首页|主页|网站首页)(?:[\s|｜·]+\S{2,8}){2,}$/u, '首页 新闻 党建 服务', '导航栏'),
  edge(/^(?:上|下)一(?:篇|条|页)\s*[:：]?.{0,60}$/u, '上一篇：某某', '翻页链接'),
  edge(
    /^(?:分享到|分享至|转发到|点击(?:查看|关注|下载|进入|这里|图片)).{0,40}$/u,
    '分享到：微信 微博',
    '分享条',
  ),
  edge(
    /^(?:关注|订阅)(?:我们|公众号|本站|微信).{0,30}$|^阅读原文$|^展开(?:全文|阅读).{0,6}$|^返回(?:顶部|列表|首页|上页)$|^回到顶部$|^点赞\d*$|^举报$|^写?评论\d*$/u,
    '阅读原文',
    '页面按钮',
  ),
  edge(
    /^(?:登录|注册|登录\s*[/|]\s*注册|用户登录|搜索|站内搜索|请输入关键[词字].{0,10})$/u,
    '登录|注册',
    '登录与搜索',
  ),
  edge(
    /^(?:浏览|阅读|点击)(?:次数|量|数)?\s*[:：]?\s*\d[\d,]*\s*次?$/u,
    '浏览次数：1024',
    '计数器',
  ),
  edge(/^下载(?:本文|文档|全文|附件|APP|客户端).{0,30}$|^APP下载.{0,20}$/u, '下载文档', '下载条'),
  edge(/^.{0,20}(?:ICP备|公网安备|备案号|网站标识码).{0,80}$/u, '京ICP备00000000号', '备案号'),
  edge(
    /^(?:主办|承办|技术支持|网站地图|联系我们|关于我们|友情链接)\s*[:：|].{0,80}$|^(?:网站地图|联系我们|关于我们)(?:[\s|｜]+\S{2,8})*$/u,
    '主办：某单位',
    '页脚',
  ),
  {
    pattern: /^(?:来源\s*[:：]\s*网络(?:整理)?[，,；;。\s]*)?免责声明.*$/u,
    sample: '来源:网络整理 免责声明:本文仅限学习分享',
    reason: '免责声明',
    rule: 'chrome',
    where: 'edge',
  },
  {
    pattern:
      /^温馨提示\s*[:：].{0,6}(?:答案|内容|本文).*$|^(?:声明|版权声明)\s*[:：].{0,120}(?:转载|侵权|删除|版权|作者).*$/u,
    sample: '温馨提示:答案为网友推荐,仅供参考',
    reason: '尾部声明',
    rule: 'chrome',
    where: 'edge',
  },
  {
    pattern: /^(?:相似|其他|更多|类似)(?:回答|答案|问题|类似问题).{0,6}$/u,
    sample: '相似回答',
    reason: '问答网页尾部',
    rule: 'chrome',
    where: 'tail',
  },
  {
    pattern:
      /^(?:相关|推荐|延伸|热门|精彩|更多)(?:推荐|阅读|文章|链接|新闻|内容|搜索|资料)\s*[:：]?.{0,10}$|^猜你喜欢.{0,6}$|^为[您你]推荐.{0,6}$|^往期(?:推荐|回顾|精选|文章).{0,6}$/u,
    sample: '相关阅读',
    reason: '推荐列表',
    rule: 'chrome',
    where: 'tail',
  },
];

/** Copyright notices of databases and sites, which stand inside lines too. */
export const COPYRIGHT: readonly { readonly pattern: RegExp; readonly sample: string }[] = [
  {
    pattern:
      /(?:Copyright|©|\(c\))[^\n\u4e00-\u9fff]{0,8}[^\n。]{0,60}?All\s?Rights?\s?Reserved\.?/giu,
    sample: 'Copyright?博看网www.bookan.com.cn.AllRightsReserved.',
  },
  {
    pattern: /(?<=^|\n)[^\S\n]*(?:Copyright|©|版权所有)[^\n。]{0,80}(?=\n|$)/giu,
    sample: '版权所有 某某网',
  },
  {
    pattern:
      /\(C\)\d{4}-\d{4}[^\n]{0,120}(?:All rights reserved\.|www\.cnki\.net)(?:\s*http:\/\/www\.cnki\.net)?/giu,
    sample: '(C)1994-2020 China Academic Journal Electronic Publishing House. All rights reserved.',
  },
];
