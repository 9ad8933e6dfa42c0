import { cpus, totalmem } from 'node:os';
import type { HappenedFault } from './faults.js';
import { grouped } from './grouped.js';
import type { Verdict } from './judge.js';
import type { AcceptedDispatch } from './ledger.js';

export interface DrillResult {
  readonly house: string;
  readonly seed: number;
  readonly minutes: number;
  readonly faults: readonly HappenedFault[];
  readonly accepted: readonly AcceptedDispatch[];
  readonly retries: number;
  readonly receiver: Readonly<Record<string, number>>;
  readonly verdict: Verdict;
  readonly stuck: number;
  /** What was found wrong besides, each as a sentence. */
  readonly wrong: readonly string[];
}

export function isGood({ verdict, stuck, wrong }: DrillResult): boolean {
  const { lost, doubled, wrongBytes, open, astray } = verdict;
  return [lost, doubled, wrongBytes, open, astray, wrong].every((list) => list.length === 0) && stuck === 0;
}

/** From the end of each fault until all that was asked for before had arrived, and something since; in seconds. */
export function recoveriesOf(faults: readonly HappenedFault[], accepted: readonly AcceptedDispatch[]): number[] {
  return faults.flatMap(({ began, ended }) => {
    const arrivals = accepted.flatMap(({ askedAt, arrivedAt }) =>
      arrivedAt === undefined ? [] : [{ askedAt, arrivedAt }],
    );
    const since = arrivals.map(({ arrivedAt }) => arrivedAt).filter((at) => at > ended);
    const struck = arrivals.filter(({ askedAt, arrivedAt }) => askedAt < ended && arrivedAt > began);
    const last = Math.max(...struck.map(({ arrivedAt }) => arrivedAt), since.length === 0 ? ended : Math.min(...since));
    return since.length === 0 && struck.length === 0 ? [] : [Math.max(0, last - ended) / 1000];
  });
}

function quantile(values: readonly number[], share: number): string {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
}

export function machine(): string {
  const processors = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `${processors.length} × ${processors[0]?.model.trim()}, ${memory} GiB, Node ${process.version}`;
}

type Row = readonly [what: string, value: string];

export function rowsOf(result: DrillResult): Row[] {
  const { verdict, accepted, faults } = result;
  const recoveries = recoveriesOf(faults, accepted);
  return [
    ['Seed', String(result.seed)],
    ['Length', `${result.minutes.toFixed(1)} minutes`],
    ['Faults', `${faults.length}: ${byKind(faults)}`],
    [
      'Answers of the other system',
      Object.entries(result.receiver)
        .map(([what, count]) => `${count} ${what}`)
        .join(', '),
    ],
    ['Requests that clients repeated', String(result.retries)],
    ['Dispatches accepted', String(accepted.length)],
    ['Of them taken back', String(accepted.filter(({ isRecalled }) => isRecalled).length)],
    ['Deliveries', String(verdict.deliveries)],
    ['Lost', String(verdict.lost.length)],
    ['Doubled', String(verdict.doubled.length)],
    ['Wrong bytes', String(verdict.wrongBytes.length)],
    ['Taken back, and readable all the same', String(verdict.open.length)],
    ['With somebody not addressed', String(verdict.astray.length)],
    ['Stuck without being shown', String(result.stuck)],
    ['Shown as needing attention', String(verdict.inAttention.length)],
    ['Other faults found', String(result.wrong.length)],
    ['Time to recover', `median ${quantile(recoveries, 0.5)} s, p99 ${quantile(recoveries, 0.99)} s`],
  ];
}

function byKind(faults: readonly HappenedFault[]): string {
  return [...grouped(faults, ({ kind }) => kind)].map(([kind, list]) => `${list.length} ${kind}`).join(', ');
}

export function printed(result: DrillResult): string {
  const { verdict, wrong } = result;
  const lists = {
    lost: verdict.lost,
    doubled: verdict.doubled,
    'wrong bytes': verdict.wrongBytes,
    'readable all the same': verdict.open,
    astray: verdict.astray,
    wrong,
  };
  const details = Object.entries(lists).flatMap(([name, list]) =>
    list.slice(0, 20).map((line) => `  ${name}: ${line}`),
  );
  const rows = rowsOf(result).map(([what, value]) => `  ${what.padEnd(40)}${value}`);
  return [
    `\n${result.house}: ${isGood(result) ? 'nothing lost, nothing doubled' : 'FAULTS FOUND'}`,
    ...rows,
    ...details,
  ].join('\n');
}

/** docs/reliability.md */
export function documentOf(results: readonly DrillResult[], day: string): string {
  const tables = results.map((result) => {
    const rows = rowsOf(result).map(([what, value]) => `| ${what} | ${value} |`);
    return [`## ${capital(result.house)}`, '', '| | |', '|---|---|', ...rows].join('\n');
  });
  return `${introduction}\n\nMeasured on ${day}: ${machine()}. ${lengthOf(results)}\n\n${tables.join('\n\n')}\n`;
}

/** Whether this is what a full run is. */
function lengthOf(results: readonly DrillResult[]): string {
  const faults = results.reduce((sum, result) => sum + result.faults.length, 0);
  const deliveries = results.reduce((sum, { verdict }) => sum + verdict.deliveries, 0);
  const all = `Altogether ${faults} faults and ${deliveries} deliveries`;
  return faults >= 100 && deliveries >= 20_000
    ? `${all}.`
    : `${all}: a short run; a full one has at least 100 faults and 20,000 deliveries.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const introduction = `# Reliability

What \`npm run drill\` found, written by itself. The drill runs real processes (two of the API, two
workers, PostgreSQL, Redis and an S3 gateway; then everything again as one process on the embedded engines), lets clients
write, sign and send without pause, and does one fault after another to them: it kills and holds each process, cuts and
slows each line between them, loses answers whole or half-way (also those of PostgreSQL to a commit), empties the queue,
and fills the file store where it is a folder. One recipient has a system of its own that loses
answers or says that it is busy, and sends every other answer late or twice.
Clients repeat what had no answer, with the same \`Idempotency-Key\`. One dispatch of twelve is taken back a moment after it
was sent, while it is still on its way to some and registered by others.

At the end every recipient is asked what it has: each file is fetched and its SHA-256 compared. Numbers have to be without
gaps, the trail whole (\`vanthu audit verify\`), the electronic share equal to a recount (\`vanthu share recount\`). A seed
repeats the same faults in the same order (\`npm run drill -- --seed N\`); what runs at that moment is never quite the same.

*Time to recover* runs from the end of a fault (what was killed is started then) until everything that was sent before has
arrived and something has arrived since, as senders see it who ask twice a second. Faults are about two seconds apart, so
that a recovery may hold the next fault too. The recipient with a system of its own is slow on purpose and is part of
this figure: under a load that never pauses its line grows, and a dispatch to it counts when it has answered as well.

Not done: a full S3 store, faults of the machine itself (a power cut, a disk that lies), and more than one fault at once.`;
