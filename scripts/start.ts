import { build, preview } from 'astro';
import { readSettings } from '../src/site/settings.ts';

const began = performance.now();
await build({ logLevel: 'warn' });
const server = await preview({ logLevel: 'error' });
const { base } = readSettings(process.env);
const seconds = ((performance.now() - began) / 1000).toFixed(1);
console.log(`构建完成，用时 ${seconds} 秒。`);
console.log(`机关党建知识库已就绪：http://localhost:${String(server.port)}${base}`);
console.log('按 Ctrl+C 停止。');
