/** Fingerprints of many texts, in typed arrays: index i is the i-th fingerprint, in the order of texts and places. */
export interface Fingerprints {
  readonly hashes: Int32Array;
  /** Index of the text. */
  readonly owners: Int32Array;
  /** Place in the text, in code units. */
  readonly places: Int32Array;
  /** For each text where its fingerprints begin; one more entry at the end. */
  readonly starts: Int32Array;
}

/** Length of a fingerprinted run in code units: shorter ones are shared by set phrases. */
export const RUN = 12;

/** Of so many neighbouring runs one is a fingerprint, so that any two texts that share RUN + WINDOW − 1 units share one. */
const WINDOW = 24;

/**
 * Take fingerprints of texts by winnowing: the smallest hash of each window. About one code unit in twelve gives a
 * fingerprint, so that ten thousand articles fit into some tens of megabytes.
 *
 * @see Schleimer, Wilkerson, Aiken: Winnowing, SIGMOD 2003.
 * @param texts - Texts without punctuation and spaces.
 * @example
 * takeFingerprints(['机关党建工作要围绕中心建设队伍服务群众']).starts; // Int32Array [0, 1]
 */
export function takeFingerprints(texts: readonly string[]): Fingerprints {
  const size = texts.reduce((sum, text) => sum + text.length, 0) + texts.length;
  const hashes = new Int32Array(size);
  const places = new Int32Array(size);
  const owners = new Int32Array(size);
  const starts = new Int32Array(texts.length + 1);
  let count = 0;
  texts.forEach((text, owner) => {
    starts[owner] = count;
    const runs = hashRuns(text);
    for (const place of winnow(runs)) {
      hashes[count] = runs[place] ?? 0;
      places[count] = place;
      owners[count] = owner;
      count += 1;
    }
  });
  starts[texts.length] = count;
  // `slice` copies, so that the room kept for the worst case is given back.
  return {
    hashes: hashes.slice(0, count),
    owners: owners.slice(0, count),
    places: places.slice(0, count),
    starts,
  };
}

function hashRuns(text: string): Int32Array {
  const runs = new Int32Array(text.length === 0 ? 0 : Math.max(1, text.length - RUN + 1));
  for (let start = 0; start < runs.length; start += 1) {
    let hash = 0x811c9dc5;
    const end = Math.min(start + RUN, text.length);
    for (let at = start; at < end; at += 1)
      hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    // The last step spreads the bits: without it neighbouring characters give neighbouring hashes.
    runs[start] = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  }
  return runs;
}

/** Places of the smallest hash of each window, each once, in order; the rightmost of equal ones. */
function winnow(runs: Int32Array): number[] {
  const places: number[] = [];
  let best = -1;
  for (let end = 0; end < runs.length; end += 1) {
    const start = end - WINDOW + 1;
    if (best < Math.max(start, 0)) {
      best = Math.max(start, 0);
      for (let at = best + 1; at <= end; at += 1)
        if ((runs[at] ?? 0) <= (runs[best] ?? 0)) best = at;
    } else if ((runs[end] ?? 0) <= (runs[best] ?? 0)) {
      best = end;
    }
    const isWhole = start >= 0 || end === runs.length - 1;
    if (isWhole && places.at(-1) !== best) places.push(best);
  }
  return places;
}
