import { FindRegister } from '#contracts';
import { entities, migrateDatabase } from '#db';
import { OutgoingRegisterQuery, RegisterSearch } from '#exchange';
import { SystemClock } from '#kernel';
import { createDataSource, Database, EmbeddedPostgres } from '#platform';
import type { Figure } from './figures.js';
import type { Options } from './options.js';
import { fillRegister, type FilledRegister } from './fill-register.js';
import type { Scratch } from './scratch.js';

const times = 7;
/** Issue: a page of a register of 1,000,000 lines. */
const goalMs = 100;
const lines = 1_000_000;

/** How long a page of 50 lines of the outgoing register takes, all lines in one year of one agency. */
export async function measureRegister(scratch: Scratch, _options: Options): Promise<readonly Figure[]> {
  const postgres = await EmbeddedPostgres.start({ dataDir: scratch.folder() });
  scratch.onEnd(async () => postgres.stop());
  await migrateDatabase(postgres.url, () => undefined);
  const dataSource = await createDataSource({ url: postgres.url, pool: 2, entities, migrations: [] }).initialize();
  scratch.onEnd(async () => dataSource.destroy());
  const database = new Database(dataSource);
  const filled = await fillRegister(database, lines);
  const register = new OutgoingRegisterQuery(database, new SystemClock(), new RegisterSearch(database));
  const figures: Figure[] = [];
  for (const [what, filter] of Object.entries(searchesOf(filled))) {
    const query = FindRegister.parse({ year: filled.year, ...filter });
    const values: number[] = [];
    let rows = 0;
    for (let time = 0; time < times; time += 1) {
      const start = performance.now();
      rows = (await register.page(filled.clerk, query)).items.length;
      values.push(performance.now() - start);
    }
    figures.push({ what: `${what} (${rows} lines)`, unit: 'ms', values, goal: goalMs });
  }
  figures.push({ what: 'a page in the middle', unit: 'ms', values: await middle(register, filled), goal: goalMs });
  return figures;
}

/** Each filter alone, those that find much and those that find little, and several at once. */
function searchesOf({ year, signerPostId, rareSignerPostId, recipientId, rareRecipientId }: FilledRegister) {
  const june = { from: `${year}-06-10`, to: `${year}-06-11` };
  return {
    'first page': {},
    'two days in June': june,
    'common type': { typeCode: 'quyet-dinh' },
    'rare type': { typeCode: 'thu-cong' },
    cancelled: { state: 'cancelled' },
    given: { state: 'given' },
    'common signer': { signerPostId },
    'rare signer': { signerPostId: rareSignerPostId },
    'common recipient': { recipientId },
    'rare recipient': { recipientId: rareRecipientId },
    'common word': { search: 'quyet dinh' },
    'rare word': { search: 'sao la' },
    'two words, each common, never together': { search: 'mua xuan mua thu' },
    'word without a hit': { search: 'khongcotunay' },
    'word of every line of January': { search: 'thang gieng' },
    'word without a hit, and one that is begun': { search: 'khongcotunay quy' },
    'number and symbol': { search: '777777/QĐ' },
    'common word in two days of June': { search: 'quyet dinh', ...june },
    'rare word of a common signer': { search: 'sao la', signerPostId },
    'rare type, common signer, two days of June': { typeCode: 'thu-cong', signerPostId, ...june },
    'rare recipient with a common word': { search: 'quyet dinh', recipientId: rareRecipientId },
  };
}

async function middle(register: OutgoingRegisterQuery, { clerk, year }: FilledRegister): Promise<number[]> {
  const before = await register.page(clerk, FindRegister.parse({ year, to: `${year}-07-01` }));
  const values: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const start = performance.now();
    await register.page(clerk, FindRegister.parse({ year, after: before.next ?? undefined }));
    values.push(performance.now() - start);
  }
  return values;
}
