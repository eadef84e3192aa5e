/**
 * Find the known id that is closest to a mistyped one.
 *
 * Distance is Levenshtein over code units; an id that differs in more than half of its length is no help and is left out.
 *
 * @param wanted - The id that was not found.
 * @param known - All valid ids.
 * @returns The closest id, or undefined.
 * @example
 * findNearestId('two-skin', ['two-skins', 'lamp-shadow']); // 'two-skins'（两张皮）
 */
export function findNearestId(wanted: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.ceil(wanted.length / 2) + 1;
  for (const id of known) {
    if (Math.abs(id.length - wanted.length) >= bestDistance) continue;
    const distance = levenshtein(wanted, id);
    if (distance < bestDistance) {
      best = id;
      bestDistance = distance;
    }
  }
  return best;
}

function levenshtein(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitute = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substitute, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
