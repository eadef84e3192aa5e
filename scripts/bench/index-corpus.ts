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
/** Processor seconds by process: a large site starts one for each bundle. */
const childCpu = new Map<string, number>();
const watch = setInterval(() => {
  childPeak = Math.max(childPeak, measureChildren(childCpu));
}, 200);
const before = process.cpuUsage();
if (engine === 'portable') await indexPortable(dist, pages, { base: '/', lexicon: [] });
else await writePagefind(dist, pages, traditionalTable());
clearInterval(watch);
const own = process.cpuUsage(before);
process.stdout.write(
  JSON.stringify({
    cpuSeconds:
      (own.user + own.system) / 1e6 +
      [...childCpu.values()].reduce((sum, seconds) => sum + seconds, 0),
    peakMB: Math.round(process.resourceUsage().maxRSS / 1024 + childPeak),
  }),
);

/** Peak resident MB of the children that run, from /proc; their processor seconds are written down by process. */
function measureChildren(cpu: Map<string, number>): number {
  let peakMB = 0;
  for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const status = readFileSync(`/proc/${id}/status`, 'utf8');
      if (Number(/PPid:\s+(\d+)/.exec(status)?.[1]) !== process.pid) continue;
      peakMB += Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
      // Fields 14 and 15 of the whole line, in hundredths of a second.
      const fields = readFileSync(`/proc/${id}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      cpu.set(id, (Number(fields[11]) + Number(fields[12])) / 100);
    } catch {
      // The process ended between the listing and the reading.
    }
  }
  return peakMB;
}
