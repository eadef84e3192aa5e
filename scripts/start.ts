/** `npm start`: build the site and serve it; prints the address. */
import { build, preview } from 'astro';
import { ContentError } from '../src/graph/io/content-error.ts';
import { SettingsError } from '../src/site/build/check-settings.ts';
import { readSettings } from '../src/site/settings.ts';
import { refuse } from './refuse.ts';

/** The port of the README; the next free one is taken where it is in use. */
const PORT = 4321;

const began = performance.now();
await build({ logLevel: 'warn' }).catch((error: unknown) => {
  if (error instanceof ContentError || error instanceof SettingsError)
    return refuse(`没有构建网站。${error.message}`);
  throw error;
});
const server = await preview({ logLevel: 'error' });
const { base } = readSettings(process.env);
const seconds = ((performance.now() - began) / 1000).toFixed(1);
console.log(`构建完成，用时 ${seconds} 秒。`);
if (server.port !== PORT)
  console.log(`端口 ${String(PORT)} 已被别的程序占用，改用 ${String(server.port)}。`);
console.log(`机关党建知识库已就绪：http://localhost:${String(server.port)}${base}`);
console.log('按 Ctrl+C 停止。');
