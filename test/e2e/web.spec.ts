import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { productFolder } from '#platform';
import { startTestApp, type TestApp } from '../start-app.js';
import { expectProblem } from './support/expect-problem.js';
import { Answer } from './support/answer.js';

const page = 'text/html,application/xhtml+xml';
const web = join(productFolder, 'dist', 'web');

const isBuilt = process.env['CI'] === 'true' || existsSync(join(web, 'index.html'));
if (!isBuilt) {
  console.log(`web.spec.ts: ${web} is missing (npm run build makes it), the page is not asked for`);
}

describe.runIf(isBuilt)('the web application', () => {
  let app: TestApp;
  let index: string;

  beforeAll(async () => {
    index = await readFile(join(web, 'index.html'), 'utf8');
    app = await startTestApp();
  });

  afterAll(async () => {
    await app.stop();
  });

  async function ask(path: string, accept = page): Promise<Answer> {
    return Answer.of(await fetch(`${app.url}${path}`, { headers: { accept } }));
  }

  it.each(['/', '/documents', '/arrivals/01890000-0000-7000-8000-000000000000', '/share?year=2017', '/setup'])(
    'is the answer to a browser that opens %s, asked anew every time',
    async (path) => {
      const answer = await ask(path);
      expect(answer.status).toBe(200);
      expect(answer.text).toBe(index);
      expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
      expect(answer.headers.get('cache-control')).toBe('no-cache');
    },
  );

  it('runs no script and talks to no server but its own', async () => {
    const policy = (await ask('/')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("object-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toMatch(/script-src 'self'[^;]*(;|$)/);
    expect(policy).not.toMatch(/script-src[^;]*'unsafe-(inline|eval)'/);
    expect(index).not.toMatch(/<script(?![^>]*\bsrc=)/);
    expect(index).not.toMatch(/(src|href)="(https?:)?\/\//);
  });

  it('keeps its parts for ever, since their names change with them', async () => {
    const [script] = (await readdir(join(web, 'assets'))).filter((name) => name.endsWith('.js'));
    const answer = await ask(`/assets/${script}`, '*/*');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each(['/assets/gone.js', '/gone.css', '/api/v1/gone', '/api/gone', '/index.php'])(
    'is no answer to %s, which is not there',
    async (path) => {
      expectProblem(await ask(path), 'not-found');
    },
  );

  it('is no answer to a program that asks for no page', async () => {
    expectProblem(await ask('/documents', 'application/json'), 'not-found');
  });

  it('has the description of the API beside it', async () => {
    const answer = await ask('/api/docs');
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('swagger');
  });
});
