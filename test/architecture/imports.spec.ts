import { describe, expect, it } from 'vitest';
import { findForbiddenCode } from './code-rules.js';
import { findImportCycles } from './import-cycles.js';
import { findForbiddenImports } from './import-rules.js';
import { scanImports } from './import-scan.js';
import { readSourceFiles, type Breach } from './source-file.js';

const FOLDERS = ['apps', 'libs', 'db', 'bench', 'scripts', 'test'];
const files = readSourceFiles(process.cwd(), FOLDERS);
const said = (breaches: readonly Breach[]): string[] =>
  breaches.map((breach) => `${breach.path}:${breach.line} ${breach.rule} (${breach.detail})`);

const refusals = (path: string, text: string): string[] =>
  findForbiddenImports([{ path, text }]).map((breach) => breach.rule);
const codeRefusals = (path: string, text: string): string[] =>
  findForbiddenCode([{ path, text }]).map((breach) => breach.rule);

describe('the repository', () => {
  it('is read at all', () => {
    const folders = new Set(files.map((file) => file.path.split('/')[0]));
    expect([...folders]).toEqual(expect.arrayContaining(['apps', 'db', 'libs', 'scripts', 'test']));
    expect(files.some((file) => file.path === 'libs/kernel/src/index.ts')).toBe(true);
  });

  it('imports one way, through the doors', () => {
    expect(said(findForbiddenImports(files))).toEqual([]);
  });

  it('has no import cycle', () => {
    expect(said(findImportCycles(files))).toEqual([]);
  });

  it('keeps queues, the environment and entity writes where they belong', () => {
    expect(said(findForbiddenCode(files))).toEqual([]);
  });
});

describe('the import scan', () => {
  it('finds every form of import on its line and leaves comments and strings alone', () => {
    const text = [
      "import { a } from './a.js';",
      "import type { B } from '#contracts';",
      'import {',
      '  c,',
      "} from 'zod';",
      "import 'reflect-metadata';",
      "export * from './d.js';",
      "export { e } from './e.js';",
      "const f = await import('./f.js');",
      "// import { g } from './g.js';",
      "/* import { h } from './h.js'; */ const url = 'https://example.org';",
      'const i = "import { i } from \'./i.js\'";',
    ].join('\n');
    expect(scanImports(text)).toEqual([
      { specifier: './a.js', kind: 'static', line: 1 },
      { specifier: '#contracts', kind: 'type', line: 2 },
      { specifier: 'zod', kind: 'static', line: 5 },
      { specifier: 'reflect-metadata', kind: 'static', line: 6 },
      { specifier: './d.js', kind: 'static', line: 7 },
      { specifier: './e.js', kind: 'static', line: 8 },
      { specifier: './f.js', kind: 'dynamic', line: 9 },
    ]);
  });
});

describe('the order of the libs', () => {
  it.each([
    ['libs/contracts/src/a.ts', '#platform', 'imports run one way: contracts may not know platform'],
    ['libs/documents/src/a.ts', '#exchange', 'imports run one way: documents may not know exchange'],
    ['libs/archive/src/a.ts', '#metrics', 'imports run one way: archive may not know metrics'],
    ['libs/search/src/a.ts', '#metrics', 'imports run one way: search may not know metrics'],
    ['libs/audit/src/a.spec.ts', '#documents', 'imports run one way: audit may not know documents'],
    ['libs/documents/src/a.ts', '#documents', 'inside a lib imports are relative'],
    ['libs/documents/src/a.ts', '#audit/trail.js', 'a lib is imported through its door alone'],
    ['libs/documents/src/a.ts', '../../audit/src/index.js', 'a lib is imported through its door alone'],
    ['apps/api/src/a.ts', '../../../libs/audit/src/index.js', 'a lib is imported through its door alone'],
    ['libs/documents/src/a.ts', '../../../apps/api/src/a.js', 'a lib stands alone: no relative import leaves it'],
    ['libs/archive/src/a.ts', '#db', 'imports run one way: archive may not know db'],
    ['libs/archive/src/a.ts', '../../../db/index.js', 'a lib stands alone: no relative import leaves it'],
    ['apps/cli/src/migrate.ts', '../../../db/index.js', 'db is imported through its door alone'],
    ['db/entities.ts', '#db', 'inside db imports are relative'],
    ['apps/web/src/a.ts', '#db', 'the web shares only #contracts with the server'],
    ['libs/documents/src/a.ts', '#nowhere', 'there is no such lib'],
    ['libs/documents/src/a.ts', '#testing', 'only tests and benchmarks may need #testing'],
    ['apps/standalone/src/main.ts', '#testing', 'only tests and benchmarks may need #testing'],
  ])('refuses that %s imports %s', (path, specifier, rule) => {
    expect(refusals(path, `import { x } from '${specifier}';`)).toEqual([rule]);
  });

  it.each([
    ['libs/exchange/src/a.ts', '#documents'],
    ['libs/metrics/src/a.ts', '#archive'],
    ['libs/documents/src/a.spec.ts', '#testing'],
    ['libs/testing/src/a.ts', '#metrics'],
    ['libs/testing/src/a.ts', '#db'],
    ['db/entities.ts', '#metrics'],
    ['apps/cli/src/migrate.ts', '#db'],
    ['libs/documents/src/deep/a.ts', '../b.js'],
    ['apps/api/src/a.ts', '#metrics'],
    ['test/medium/a.spec.ts', '../../apps/api/src/app.module.js'],
  ])('lets %s import %s', (path, specifier) => {
    expect(refusals(path, `import { x } from '${specifier}';`)).toEqual([]);
  });
});

describe('the apps', () => {
  it.each([
    ['apps/web/src/a.tsx', '#documents', 'the web shares only #contracts with the server'],
    ['apps/web/src/a.tsx', '#kernel', 'the web shares only #contracts with the server'],
    ['apps/web/src/a.tsx', '../../api/src/a.js', 'web may not import from api'],
    ['apps/api/src/a.ts', '../../worker/src/a.js', 'api may not import from worker'],
    ['apps/api/src/a.ts', '../../../test/medium/a.js', 'apps may not need their tests'],
  ])('refuses that %s imports %s', (path, specifier, rule) => {
    expect(refusals(path, `import { x } from '${specifier}';`)).toEqual([rule]);
  });

  it.each([
    ['apps/web/src/a.tsx', '#contracts'],
    ['apps/standalone/src/main.ts', '../../api/src/api.module.js'],
    ['apps/cli/src/seed.ts', '../../worker/src/worker.module.js'],
  ])('lets %s import %s', (path, specifier) => {
    expect(refusals(path, `import { x } from '${specifier}';`)).toEqual([]);
  });
});

describe('the libs that run in the browser too', () => {
  it.each([
    ['libs/kernel/src/ids.ts', 'node:crypto'],
    ['libs/kernel/src/ids.ts', 'zod'],
    ['libs/contracts/src/page.ts', 'node:buffer'],
    ['libs/contracts/src/page.ts', '@nestjs/common'],
  ])('refuses that %s needs %s', (path, specifier) => {
    expect(refusals(path, `import { x } from '${specifier}';`)).toHaveLength(1);
  });

  it('lets contracts need zod and the tests of both need what they like', () => {
    expect(refusals('libs/contracts/src/page.ts', "import { z } from 'zod';")).toEqual([]);
    expect(refusals('libs/kernel/src/ids.spec.ts', "import { it } from 'vitest';")).toEqual([]);
  });
});

describe('import cycles', () => {
  it('are found across files, doors and types, and named with every file on the way', () => {
    const cycles = findImportCycles([
      { path: 'libs/a/src/index.ts', text: "export * from './one.js';" },
      { path: 'libs/a/src/one.ts', text: "import type { Two } from './two.js';" },
      { path: 'libs/a/src/two.ts', text: "import { x } from '#a';" },
    ]);
    expect(cycles.map((cycle) => cycle.detail)).toEqual([
      'libs/a/src/index.ts → libs/a/src/one.ts → libs/a/src/two.ts → libs/a/src/index.ts',
    ]);
  });

  it('are not closed by an import that runs later', () => {
    const cycles = findImportCycles([
      { path: 'apps/web/src/a.tsx', text: "const page = () => import('./b.js');" },
      { path: 'apps/web/src/b.tsx', text: "import { a } from './a.js';" },
    ]);
    expect(cycles).toEqual([]);
  });
});

describe('the rules on words', () => {
  it.each([
    ['libs/documents/src/a.module.ts', 'imports: [forwardRef(() => B)]'],
    ['libs/documents/src/a.ts', 'const home = process.env.HOME;'],
    ['libs/documents/src/a.ts', 'const home = `${process.env.HOME}/x`;'],
    ['libs/documents/src/a.ts', "const home = process['env'];"],
    ['apps/api/src/main.ts', 'const { env } = process;'],
    ['libs/exchange/src/a.ts', "await this.deliveryQueue.add('deliver', {});"],
    ['apps/worker/src/a.ts', 'await queue.addBulk(jobs);'],
    ['libs/documents/src/issue-document.ts', 'await this.repository.save(document);'],
    ['libs/documents/src/issue-document.ts', 'await this.data.getRepository(Document).save(row);'],
    ['db/data-source.ts', 'new DataSource({ synchronize: true })'],
  ])('refuse in %s: %s', (path, text) => {
    expect(codeRefusals(path, text)).toHaveLength(1);
  });

  it.each([
    ['libs/platform/src/config/load-config.ts', 'parse(process.env)'],
    ['apps/web/vite.config.ts', 'process.env'],
    ['apps/web/src/outgoing/draft-page.tsx', 'queue.add(file)'],
    ['libs/testing/src/engines/redis.ts', 'spawn(path, { env: process.env })'],
    ['libs/platform/src/jobs/bull-queue.ts', 'await this.queue.add(name, payload);'],
    ['libs/documents/src/a.ts', '// never process.env, never queue.add() here'],
    ['libs/documents/src/a.ts', "throw new Error('do not call repository.save()');"],
    ['libs/documents/src/a.ts', 'this.queued.add(id); await files.save(stream);'],
  ])('let pass in %s: %s', (path, text) => {
    expect(codeRefusals(path, text)).toEqual([]);
  });
});
