import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { Problem } from './problem.ts';

const web = join(import.meta.dirname, '..', '..', 'web');
const dist = join(web, 'dist');
const stamp = join(dist, 'built-from');

/** Builds the three web ends when their sources have changed since the last build; a release brings them built. */
export async function buildWeb(log: (line: string) => void): Promise<void> {
  const sources = await sourceHash();
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === sources) return;
  log('building the web pages (only when they have changed) …');
  const { build } = await import('vite');
  await build({ configFile: join(web, 'vite.config.ts'), logLevel: 'error' });
  await writeFile(stamp, sources);
}

async function sourceHash(): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of [web, join(web, '..', 'domain')]) {
    const files = await readdir(folder, { recursive: true, withFileTypes: true });
    const paths = files
      .filter(
        (file) =>
          file.isFile() &&
          !/(^|\/)(dist|node_modules)(\/|$)/.test(file.parentPath.slice(folder.length)) &&
          !file.name.includes('.test.'),
      )
      .map((file) => join(file.parentPath, file.name))
      .sort();
    for (const path of paths)
      hash
        .update(path.slice(folder.length))
        .update('\0')
        .update(await readFile(path));
  }
  return hash.digest('hex');
}

/** Which page an address opens: each end finds its own way below its first word. */
function pageFor(path: string): string {
  if (path === '/desk' || path.startsWith('/desk/')) return 'desk.html';
  if (path === '/command' || path.startsWith('/command/')) return 'command.html';
  return 'index.html';
}

/** Serves the built pages. Assets carry their hash in their name and never change; the pages are asked for anew. */
export async function serveWeb(app: FastifyInstance): Promise<void> {
  await app.register(fastifyStatic, {
    root: dist,
    index: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      reply.header(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  // A folder is no file: the home page has an address of its own.
  app.get('/', { schema: { hide: true } }, (_request, reply) => reply.sendFile(pageFor('/')));
}

/** The ends' own addresses are pages whoever asks. */
const doors: ReadonlySet<string> = new Set(['/desk', '/command']);

/** What has no route: a page's address, which its end understands, or nothing of ours. */
export function answerUnknown(app: FastifyInstance, pages: boolean): void {
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    const forPeople = !path.startsWith('/api/') && request.headers.accept?.includes('text/html');
    const asksForPage = request.method === 'GET' && (doors.has(path) || forPeople);
    if (pages && asksForPage) return reply.sendFile(pageFor(path));
    const problem = new Problem('not-found');
    return reply.status(problem.status).send(problem.body());
  });
}
