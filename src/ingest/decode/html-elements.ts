/** Elements that begin and end a line of their own. */
export const BLOCK_ELEMENTS: ReadonlySet<string> = new Set(
  (
    '#root html head body address article aside blockquote caption center dd details dialog dir div dl dt fieldset ' +
    'figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol option p pre section ' +
    'select summary table tbody td tfoot th thead title tr ul'
  ).split(' '),
);

/** Elements that hold no text of the article, whatever is in them. `rt` and `rp` are pronunciations of `ruby`. */
export const DROPPED_ELEMENTS: ReadonlySet<string> = new Set(
  (
    'script style marquee noscript template iframe frameset object embed applet svg canvas video audio map math select button ' +
    'input textarea datalist progress meter dialog nav footer aside rt rp link meta base'
  ).split(' '),
);

/** Roles (WAI-ARIA) of page furniture. */
export const DROPPED_ROLES: ReadonlySet<string> = new Set(
  'navigation banner contentinfo complementary search menu menubar toolbar dialog alert button'.split(
    ' ',
  ),
);

/**
 * Words in `class` and `id` that name page furniture; matched as whole words, since `content-nav` is furniture and
 * `navigate-text` may not be. An element that holds a good part of the text is never dropped for its name.
 */
export const FURNITURE_NAME =
  /(?:^|[\s_-])(?:nav|navbar|menu|topbar|top-?bar|header|head|foot|footer|bottom|copyright|sidebar|side|aside|crumbs?|breadcrumbs?|position|location|share|sharing|bdsharebuttonbox|social|toolbar|tools?|related|relate|recommend|rel|hot|rank|rate|comm|comments?|reply|pager|pagination|prev-?next|login|search|qr|qr-?code|ewm|erweima|player|audio|print|font-?size|banner|ad|ads|advert|links?|friend-?links?|weixin|wechat|popup|modal)(?:$|[\s_-]|\d)/i;

/** The few such words that hold for inline elements too; others name dates and places there. */
export const INLINE_FURNITURE_NAME =
  /(?:^|[\s_-])(?:share|sharing|print|font-?size|toolbar|tools?|qr-?code|ewm|player|audio|weixin|wechat)(?:$|[\s_-]|\d)/i;

/** Blocks that only the frame of a web page has: its foot, and the path to the page. Anchored where prose may say it. */
export const SITE_FRAME =
  /ICP备|公网安备|网站标识码|Copyright\s*(?:©|\(c\)|\d)|All\s*Rights\s*Reserved|建议使用.{0,20}(?:浏览器|分辨率)|^\s*(?:版权所有|主办单位|承办单位|技术支持|(?:您|你)?(?:现在)?(?:的|所在)?(?:当前)?位置)\s*[:：]/i;

/** A line about the article that stands outside its body on most sites. */
export const BYLINE =
  /(?:来\s*源|作\s*者|发布时间|发布日期|时\s*间|日\s*期|责任编辑|编\s*辑|文\s*号|字\s*号)\s*[:：]/;
