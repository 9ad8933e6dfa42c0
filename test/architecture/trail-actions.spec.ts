import { describe, expect, it } from 'vitest';
import { accessChangeKinds, trailActions } from '#contracts';
import { outgoing } from '../../apps/web/src/i18n/vi/outgoing.js';
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

/** What changes nothing, or only what is secret: these leave no digests. */
const withoutDigests = [
  'access.refused',
  'agency.exported',
  'agency.imported',
  'api-client.refused',
  'api-client.token-given',
  'arrival.commented',
  'arrival.file-opened',
  'document.file-fetched',
  'document.file-opened',
  'password.change-refused',
  'password.changed',
  'password.reset-made',
  'password.reset-mailed',
  'password.set-by-link',
  'person.invited',
  'recovery-codes.renewed',
  'incoming-register.exported',
  'incoming-register.printed',
  'register.exported',
  'register.printed',
  'session.began',
  'session.confirmation-refused',
  'session.confirmed',
  'session.ended',
  'session.refused',
  'session.revoked',
  'session.second-factor-passed',
  'session.second-factor-refused',
  'trail.exported',
  'working-day.exported',
];

/** The actions of the calls that put something on record without a fact from before or after. */
function recordedWithoutDigests(text: string): string[] {
  return text
    .split(/\baudit\.record\(/)
    .slice(1)
    .map((rest) => rest.slice(0, endOfCall(rest)))
    .filter((call) => !/\b(?:before|after)\b|\.{3}change\b/.test(call))
    .flatMap(recorded);
}

function endOfCall(text: string): number {
  let open = 1;
  const end = [...text.matchAll(/[()]/g)].find(([bracket]) => {
    open += bracket === '(' ? 1 : -1;
    return open === 0;
  });
  return end?.index ?? text.length;
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

  it('has its words in the history of a document and of an arrival, but for what is only looked at', () => {
    const shown = names.filter((name) =>
      /^(document|arrival)\.(?!file-opened|file-fetched|read|printed|exported)/.test(name),
    );
    expect(shown.filter((name) => !(name.replace('.', '-') in outgoing.timeline))).toEqual([]);
  });

  it('has a digest of each fact that it changed', () => {
    const found = [...new Set(sources.flatMap(({ text }) => recordedWithoutDigests(text)))].toSorted();
    expect(found).toEqual(withoutDigests.toSorted());
  });
});
