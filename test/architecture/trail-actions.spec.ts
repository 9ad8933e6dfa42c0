import { describe, expect, it } from 'vitest';
import { accessChangeKinds, trailActions } from '#contracts';
import { readSourceFiles } from './source-file.js';

const sources = readSourceFiles('.', ['libs', 'apps/api', 'apps/cli', 'apps/worker']).filter(
  ({ path }) => !/\.spec\.|^libs\/testing/.test(path),
);

/** Names of actions as the code writes them: whole after `action:`, or with the kind of the object put in. */
function recorded(text: string): string[] {
  const whole = [...text.matchAll(/\baction:[^,;]*?'([a-z-]+\.[a-z-]+)'(?:[^,;]*?'([a-z-]+\.[a-z-]+)')?/g)];
  const composed = [...text.matchAll(/`\$\{objectType\}\.((?:[a-z-]+|\$\{wish\.kind\})+)`/g)];
  return [
    ...whole.flatMap(([, first, second]) => [first, second]),
    ...composed.flatMap(([, rest = '']) =>
      accessChangeKinds.flatMap((kind) =>
        ['document', 'arrival'].map((noun) => `${noun}.${rest.replace('${wish.kind}', kind)}`),
      ),
    ),
  ].filter((name) => name !== undefined);
}

describe('what the code puts on record', () => {
  const names = [...new Set(sources.flatMap(({ text }) => recorded(text)))].toSorted();

  it('is found in the code', () => {
    expect(names.length).toBeGreaterThan(60);
    expect(names).toEqual(
      expect.arrayContaining(['document.approved', 'arrival.access-narrowed', 'session.confirmed']),
    );
  });

  it('has its words in both languages', () => {
    expect(names.filter((name) => !(trailActions as string[]).includes(name))).toEqual([]);
  });
});
