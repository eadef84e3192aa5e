import { isPersonName, namesOf } from './names.ts';

/** What the name of a body ends in, where a byline gives it before the author's. */
const BODY_END =
  /(?:公司|集团|学院|大学|党校|学校|中学|小学|研究院|研究所|委员会|工委|机关|改革委|党委|党组|党总支|党支部|支部|总工会|工会|团委|妇联|局|厅|部|办|办公室|中心|农场|医院|银行|法院|检察院|街道|支队|大队|管理处|处|科|站|所|馆|院|社|分局|政府|协会|学会|联合会|文联|科协|残联)$/u;

/** A byline of this kind is at most so long (code units). */
const LONGEST = 40;

/**
 * Read a line that gives a body and its author, parted by a space (某市司法局 周晓燕); undefined for any other line.
 *
 * @param line - Trimmed; the author's name may still be letter-spaced.
 * @example
 * readBodyAndName('某市司法局 周 晓 燕'); // { org: '某市司法局', names: ['周晓燕'] }
 */
export function readBodyAndName(line: string): { org: string; names: string[] } | undefined {
  if (line.length > LONGEST || /[，。；：！？]/u.test(line)) return undefined;
  const [org = '', ...rest] = line.split(/[^\S\n]+/u);
  if (rest.length === 0 || org.length < 3 || !BODY_END.test(org)) return undefined;
  const joined = rest.join('');
  const names = isPersonName(joined) ? [joined] : namesOf(rest.join(' '));
  return names === undefined ? undefined : { org, names };
}
