import { FindDocuments } from '#contracts';
import { entities, migrateDatabase } from '#db';
import { OutgoingDocumentsQuery } from '#exchange';
import { SystemClock } from '#kernel';
import { createDataSource, Database, EmbeddedPostgres } from '#platform';
import type { Figure } from './figures.js';
import { fillOutgoing, type FilledOutgoing } from './fill-outgoing.js';
import type { Options } from './options.js';
import type { Scratch } from './scratch.js';

const times = 7;
/** [own] As for a page of the register. */
const goalMs = 100;
const documents = 300_000;

/** How long a page of 50 lines of the outgoing list takes, of an agency with so many documents, under each filter. */
export async function measureOutgoing(scratch: Scratch, _options: Options): Promise<readonly Figure[]> {
  const postgres = await EmbeddedPostgres.start({ dataDir: scratch.folder() });
  scratch.onEnd(async () => postgres.stop());
  await migrateDatabase(postgres.url, () => undefined);
  const dataSource = await createDataSource({ url: postgres.url, pool: 2, entities, migrations: [] }).initialize();
  scratch.onEnd(async () => dataSource.destroy());
  const database = new Database(dataSource);
  const filled = await fillOutgoing(database, documents);
  const outgoing = new OutgoingDocumentsQuery(database, new SystemClock());
  const figures: Figure[] = [];
  for (const [what, filter] of Object.entries(filtersOf(filled))) {
    const query = FindDocuments.parse(filter);
    const values: number[] = [];
    let rows = 0;
    for (let time = 0; time < times; time += 1) {
      const start = performance.now();
      rows = (await outgoing.page(filled.clerk, query)).items.length;
      values.push(performance.now() - start);
    }
    figures.push({ what: `${what} (${rows} lines)`, unit: 'ms', values, goal: goalMs });
  }
  return figures;
}

/** Each filter alone, those that find much and those that find little, and several at once. */
function filtersOf({ year, signerPostId, rareSignerPostId, recipientId, rareRecipientId, clerk }: FilledOutgoing) {
  const june = { from: `${year}-06-10`, to: `${year}-06-11` };
  return {
    'first page': {},
    'waiting for a number': { box: 'to-issue' },
    completed: { state: 'completed' },
    submitted: { state: 'submitted' },
    'a state that nothing has': { state: 'returned' },
    'common type': { typeCode: 'quyet-dinh' },
    'rare type': { typeCode: 'thu-cong' },
    'type without a document': { typeCode: 'hop-dong' },
    express: { urgency: 'express' },
    'very urgent, which nothing is': { urgency: 'very-urgent' },
    'not urgent': { urgency: 'normal' },
    'the only drafter': { drafterPostId: clerk.postId },
    'a drafter without a document': { drafterPostId: signerPostId },
    'a unit without a document': { unitId: clerk.agencyId },
    'common signer': { signerPostId },
    'rare signer': { signerPostId: rareSignerPostId },
    'common recipient': { recipientId },
    'rare recipient': { recipientId: rareRecipientId },
    'two days in June': june,
    'since June': { from: june.from },
    'before the year': { to: `${year - 1}-12-31` },
    refused: { delivery: 'refused' },
    waiting: { delivery: 'waiting' },
    'needs attention': { delivery: 'needs-attention' },
    late: { late: 'yes' },
    'common word': { search: 'quyet dinh' },
    'rare word': { search: 'sao la' },
    'two words, each common, never together': { search: 'mua xuan mua thu' },
    'word without a hit': { search: 'khongcotunay' },
    'number and symbol': { search: '277777/QĐ' },
    'refused by a rare recipient': { delivery: 'refused', recipientId: rareRecipientId },
    'refused, express': { delivery: 'refused', urgency: 'express' },
    'express of a rare signer in two days of June': { urgency: 'express', signerPostId: rareSignerPostId, ...june },
    'rare type with a common word': { typeCode: 'thu-cong', search: 'quyet dinh' },
    'needs attention since June': { delivery: 'needs-attention', from: june.from },
    'late and refused': { late: 'yes', delivery: 'refused' },
  };
}
