/**
 * Serves a built library on this machine: `npm run serve [-- --port 4321]`. COMITY_OUT names the folder, COMITY_BASE the path below which it was built.
 * For looking at it; a public site belongs behind a real web server.
 */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.pdf': 'application/pdf', '.xml': 'application/xml; charset=utf-8', '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8', '.wasm': 'application/wasm', '.zip': 'application/zip', '.bib': 'text/plain; charset=utf-8', '.ris': 'text/plain; charset=utf-8',
  '.yml': 'text/yaml; charset=utf-8',
};

const folder = resolve(process.env['COMITY_OUT'] ?? 'dist');
const base = `/${(process.env['COMITY_BASE'] ?? '').replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');
const asked = process.argv.includes('--port') ? process.argv[process.argv.indexOf('--port') + 1] : undefined;
const wanted = Number(asked ?? process.env['PORT'] ?? 4321);
if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65535) {
  console.error(`Unexpected port "${asked}", expected a number such as 4321`);
  process.exit(1);
}

if (!existsSync(join(folder, '404.html'))) {
  console.error(`There is no library in ${folder}. Build it first: npm run build`);
  process.exit(1);
}

const server = createServer((request, response) => {
  const path = decode(new URL(request.url ?? '/', 'http://localhost').pathname);
  const inside = path?.startsWith(base) ? path.slice(base.length - 1) : undefined;
  if (inside === undefined) return path === '/' ? redirect(base) : send('404.html', 404);
  const target = join(folder, normalize(inside));
  if (!target.startsWith(folder)) return send('404.html', 404);
  if (existsSync(target) && statSync(target).isDirectory()) {
    if (!inside.endsWith('/')) return redirect(`${path}/`);
    return send(join(inside, 'index.html'), 200);
  }
  return send(inside, 200);

  function redirect(location: string): void {
    response.writeHead(308, { location }).end();
  }

  function send(name: string, status: number): void {
    const file = join(folder, name);
    if (!existsSync(file) || !statSync(file).isFile()) {
      if (status === 404) response.writeHead(404).end('Not found');
      else send('404.html', 404);
      return;
    }
    response.writeHead(status, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'content-length': statSync(file).size, 'x-content-type-options': 'nosniff' });
    if (request.method === 'HEAD') response.end();
    else createReadStream(file).pipe(response);
  }
});

server.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EADDRINUSE') throw error;
  if (process.argv.includes('--port')) {
    console.error(`Port ${wanted} is taken. Choose another: npm run serve -- --port 4322`);
    process.exit(1);
  }
  server.listen(0, '127.0.0.1');
});
server.on('listening', () => {
  const address = server.address() as { port: number };
  console.log(`Comity is at http://127.0.0.1:${address.port}${base}  (stop with Ctrl+C)`);
});
server.listen(wanted, '127.0.0.1');

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
