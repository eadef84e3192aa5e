/**
 * `node scripts/bench/index-corpus.ts PAGES DIR portable|pagefind`: index a corpus in a process of its own and print its
 * cost as JSON, children included.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { indexPortable } from '../../src/search/build/build-search-index.ts';
import { traditionalTable } from '../../src/search/build/traditional-table.ts';
import { writePagefind } from '../../src/search/build/write-pagefind.ts';
import { makeCorpus } from './corpus.ts';

const [count = '1000', dist = '', engine = 'portable'] = process.argv.slice(2);
const pages = makeCorpus(Number(count));
let childPeak = 0;
const watch = setInterval(() => {
  childPeak = Math.max(childPeak, peakOfChildren());
}, 200);
const before = process.cpuUsage();
const childBefore = cpuOfChildren();
if (engine === 'portable') await indexPortable(dist, pages, { base: '/', lexicon: [] });
else await writePagefind(dist, pages, traditionalTable());
clearInterval(watch);
const own = process.cpuUsage(before);
process.stdout.write(
  JSON.stringify({
    cpuSeconds: (own.user + own.system) / 1e6 + cpuOfChildren() - childBefore,
    peakMB: Math.round(process.resourceUsage().maxRSS / 1024 + childPeak),
  }),
);

/** Seconds used by children that have ended, from /proc (fields 16 and 17, in hundredths). */
function cpuOfChildren(): number {
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

/** Peak resident MB of children that run. */
function peakOfChildren(): number {
  let peak = 0;
  for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const status = readFileSync(`/proc/${id}/status`, 'utf8');
      if (Number(/PPid:\s+(\d+)/.exec(status)?.[1]) !== process.pid) continue;
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
    } catch {
      // The process ended between the listing and the reading.
    }
  }
  return peak;
}
