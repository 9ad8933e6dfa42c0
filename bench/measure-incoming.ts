import { FindArrivals } from '#contracts';
import { entities, migrateDatabase } from '#db';
import { ArrivalsQuery } from '#incoming';
import { createDataSource, Database, EmbeddedPostgres } from '#platform';
import type { Figure } from './figures.js';
import { fillArrivals, type FilledAgency } from './fill-arrivals.js';
import type { Options } from './options.js';
import type { Scratch } from './scratch.js';

const rounds = 5;
const readsInRound = 200;
/** Issue: the 99th percentile of a page among 1,000,000 arrivals in one agency’s year, the same as among 10,000. */
const goalMs = 100;
const few = 10_000;
const many = 1_000_000;

/**
 * The slowest but one of a hundred pages of 50 lines of the incoming list, among few and among many arrivals of one
 * agency’s year, read in turns.
 */
export async function measureIncoming(scratch: Scratch, _options: Options): Promise<readonly Figure[]> {
  const postgres = await EmbeddedPostgres.start({ dataDir: scratch.folder() });
  scratch.onEnd(async () => postgres.stop());
  await migrateDatabase(postgres.url, () => undefined);
  const dataSource = await createDataSource({ url: postgres.url, pool: 2, entities, migrations: [] }).initialize();
  scratch.onEnd(async () => dataSource.destroy());
  const database = new Database(dataSource);
  const agencies = await fillArrivals(database, [few, many]);
  const arrivals = new ArrivalsQuery(database);
  const figures: Figure[] = [];
  for (const [what, { by, ...filter }] of Object.entries(readings)) {
    const measured = await Promise.all(
      agencies.map(async (agency) => ({
        agency,
        query: FindArrivals.parse(await placed(arrivals, agency, filter)),
        slowest: [] as number[],
      })),
    );
    for (let round = 0; round < rounds; round += 1) {
      const reads = measured.map((): number[] => []);
      for (let read = 0; read < readsInRound; read += 1) {
        for (const [place, { agency, query }] of measured.entries()) {
          const start = performance.now();
          await arrivals.page(agency[by], query);
          reads[place]?.push(performance.now() - start);
        }
      }
      for (const [place, { slowest }] of measured.entries()) {
        slowest.push(percentile99(reads[place] ?? []));
      }
    }
    figures.push(...pairOf(what, measured));
  }
  return figures;
}

interface Measured {
  readonly agency: FilledAgency;
  readonly slowest: readonly number[];
}

function pairOf(what: string, [one, other]: readonly Measured[]): Figure[] {
  const among = ({ agency, slowest }: Measured): Figure => ({
    what: `${what}, ${agency.arrivals.toLocaleString('en')}`,
    unit: 'ms',
    values: slowest,
    goal: goalMs,
  });
  if (one === undefined || other === undefined) {
    return [];
  }
  const against = among(one);
  return [against, { ...among(other), against }];
}

type Reader = 'clerk' | 'leader' | 'civilServant';

interface Reading {
  readonly by: Reader;
  readonly box?: string;
  readonly search?: string;
  /** Behind which line, of all there are, as a share of them. */
  readonly behind?: number;
}

const readings: Readonly<Record<string, Reading>> = {
  'to receive': { by: 'clerk', box: 'to-receive' },
  all: { by: 'clerk', box: 'all' },
  'all, half way': { by: 'clerk', box: 'all', behind: 0.5 },
  'all, of a civil servant': { by: 'civilServant', box: 'all' },
  'in work': { by: 'clerk', box: 'in-work' },
  completed: { by: 'clerk', box: 'completed' },
  refused: { by: 'clerk', box: 'refused' },
  'taken back, which nothing is': { by: 'clerk', box: 'taken-back' },
  'to assign': { by: 'leader', box: 'to-assign' },
  'common word': { by: 'clerk', box: 'all', search: 'quyet dinh' },
  'rare word': { by: 'clerk', box: 'all', search: 'sao la' },
  'word without a hit': { by: 'clerk', box: 'all', search: 'khongcotunay' },
};

/** The query with the cursor of its place. */
async function placed(
  arrivals: ArrivalsQuery,
  { clerk, arrivals: size }: FilledAgency,
  { behind, ...filter }: Omit<Reading, 'by'>,
): Promise<Record<string, unknown>> {
  if (behind === undefined) {
    return filter;
  }
  const page = await arrivals.page(
    clerk,
    FindArrivals.parse({ box: 'all', search: `${size * behind}/cv-s`, limit: 1 }),
  );
  const [line] = page.items;
  return { ...filter, after: Buffer.from(JSON.stringify([line?.id])).toString('base64url') };
}

function percentile99(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.ceil(values.length * 0.99) - 1] ?? 0;
}
