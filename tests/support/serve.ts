import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** A static server for one built site. */
export interface Served {
  /** e.g. `http://127.0.0.1:40123/kb/`. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * Serve a built folder as a plain web server would: index files, 404 page, no compression.
 *
 * @param dist - Built folder.
 * @param base - URL prefix with slashes at both ends.
 * @example
 * const site = await serve(sites.small, '/kb/'); // fetch(`${site.url}terms/`) 得到术语索引
 */
export async function serve(dist: string, base = '/'): Promise<Served> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const inside = path.startsWith(base) ? path.slice(base.length) : '\0';
    const file = join(dist, inside.endsWith('/') || inside === '' ? `${inside}index.html` : inside);
    readFile(file).then(
      (body) => {
        response.writeHead(200, {
          'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
        });
        response.end(body);
      },
      async () => {
        const body = await readFile(join(dist, '404.html')).catch(() => '404');
        response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
        response.end(body);
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${String(port)}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
