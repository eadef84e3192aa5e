/**
 * Runs Pagefind in a worker of our own: there is no document in it, so Pagefind leaves our queries whole, and long
 * searches do not hold up the page. Classic worker with a dynamic import (Chromium 80, Firefox 114).
 */
import {
  openPagefindSource,
  type PagefindModule,
  type PagefindSource,
} from '../pagefind-source.ts';
import type { Answer, Call } from './pagefind-client.ts';

const opened: { source?: Promise<PagefindSource> } = {};

self.addEventListener('message', (event: MessageEvent<Call>) => {
  const call = event.data;
  const reply = (answer: Omit<Answer, 'id'>): void => {
    self.postMessage({ id: call.id, ...answer });
  };
  run(call).then(
    (value) => reply({ value }),
    (error: unknown) => reply({ error: error instanceof Error ? error.message : String(error) }),
  );
});

async function run(call: Call): Promise<unknown> {
  if (call.name === 'open') {
    const address = `${call.basePath}pagefind.js${self.location.search}`;
    opened.source = import(/* @vite-ignore */ address).then((module: PagefindModule) =>
      openPagefindSource(module, call.basePath, call.bundles),
    );
    return (await opened.source).pages;
  }
  const source = await opened.source;
  if (source === undefined) throw new Error('Pagefind is not open.');
  return source.search(call.query);
}
