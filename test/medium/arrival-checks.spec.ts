import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, ArrivalCheck } from '#contracts';
import type { Attachment, FileCheck } from '#documents';
import { ArrivalChecksQuery } from '#incoming';
import { FileStore } from '#platform';
import { aFileCheck, anActor, anArrival, aPost, createTestDatabase, type TestDatabase } from '#testing';
import { RecallWorld } from './recall-world.js';

let testDatabase: TestDatabase;
let senders: RecallWorld;
let clerk: Actor;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  senders = await RecallWorld.open(testDatabase.url);
  clerk = await senders.world.aClerk();
});

afterAll(async () => {
  await senders.world.close();
  await testDatabase.drop();
});

/** One document with one file that is in the store, as its sender’s side looked at it. */
async function arrived(looked: Partial<FileCheck> = {}) {
  const { database } = senders.world;
  const { document, deliveryIds } = await senders.deliver([clerk.agencyId]);
  const arrivalId = await senders.arrivalOf(deliveryIds[0] ?? '');
  const { digest, size } = await senders.world.get(FileStore).put(Readable.from([randomBytes(64)]));
  const files = await database.query<Attachment>(
    'SELECT id, document_id AS "documentId" FROM attachments WHERE document_id = $1',
    [document.id],
  );
  const tables = ['attachments', 'arrival_attachments'];
  for (const table of tables) {
    await database.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  }
  await database.query('UPDATE attachments SET digest = $2, size = $3 WHERE document_id = $1', [
    document.id,
    digest,
    size,
  ]);
  await database.query('UPDATE arrival_attachments SET digest = $2, size = $3 WHERE arrival_id = $1', [
    arrivalId,
    digest,
    size,
  ]);
  for (const table of tables) {
    await database.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  }
  for (const file of files) {
    await database.query('DELETE FROM file_checks WHERE attachment_id = $1', [file.id]);
    await aFileCheck(database, file, { malware: 'clean', ...looked });
  }
  return { arrivalId, digest };
}

async function outcomes(arrivalId: string, by: Actor = clerk): Promise<Record<string, string>> {
  const checks = await senders.world.get(ArrivalChecksQuery).of(by, arrivalId);
  return Object.fromEntries(checks.map(({ check, outcome }) => [check, outcome]));
}

const allInOrder = {
  digest: 'ok',
  addressee: 'ok',
  opens: 'ok',
  malware: 'ok',
  classified: 'ok',
  duplicate: 'ok',
} as const satisfies Record<ArrivalCheck['check'], string>;

describe('the checks before accepting', () => {
  it('pass for what is as it was sealed', async () => {
    const { arrivalId } = await arrived();
    expect(await outcomes(arrivalId)).toEqual(allInOrder);
  });

  it.each([
    [{ malware: 'infected' }, { malware: 'bad' }],
    [{ malware: 'off' }, { malware: 'unknown' }],
    [{ malware: 'waiting' }, { malware: 'care' }],
    [{ stamp: 'held' }, { classified: 'bad' }],
    [{ stamp: 'released' }, { classified: 'care' }],
    [{ stamp: 'unread', unread: 'no-text' }, { classified: 'unknown' }],
    [
      { stamp: 'unread', unread: 'damaged' },
      { classified: 'unknown', opens: 'care' },
    ],
  ] as const)('tell what the look at the file gave: %j', async (looked, expected) => {
    const { arrivalId } = await arrived(looked);
    expect(await outcomes(arrivalId)).toEqual({ ...allInOrder, ...expected });
  });

  it('read the bytes: what was changed in the store does not pass, and the file is named', async () => {
    const { arrivalId, digest } = await arrived();
    const { dataDir } = senders.world;
    await writeFile(join(dataDir, 'files', digest.slice(0, 2), digest.slice(2, 4), digest), 'changed');
    const [first] = await senders.world.get(ArrivalChecksQuery).of(clerk, arrivalId);
    expect(first).toMatchObject({
      check: 'digest',
      outcome: 'bad',
      files: expect.arrayContaining([expect.any(String)]),
    });
  });

  it('compare fields and files with what was sent', async () => {
    const fields = await arrived();
    await senders.world.database.query(`UPDATE arrivals SET digest = 'another' WHERE id = $1`, [fields.arrivalId]);
    expect(await outcomes(fields.arrivalId)).toMatchObject({ digest: 'bad' });
  });

  it('tell of a successor’s mail and of what is here already', async () => {
    const { arrivalId } = await arrived();
    await senders.world.database.query(
      `UPDATE arrivals SET addressee_name = 'Sở cũ', addressee_code = 'X' WHERE id = $1`,
      [arrivalId],
    );
    const [own] = await senders.world.database.query<{ symbol: string; name: string }>(
      'SELECT symbol, sender_name AS name FROM arrivals WHERE id = $1',
      [arrivalId],
    );
    await anArrival(senders.world.database, {
      agencyId: clerk.agencyId,
      symbol: own?.symbol ?? '',
      senderName: own?.name ?? '',
    });
    expect(await outcomes(arrivalId)).toMatchObject({ addressee: 'care', duplicate: 'care' });
  });

  it('are the clerk’s', async () => {
    const { arrivalId } = await arrived();
    const { id } = await aPost(senders.world.database, { agencyId: clerk.agencyId, role: 'leader' });
    const leader = anActor({ agencyId: clerk.agencyId, role: 'leader', postId: id });
    await expect(outcomes(arrivalId, leader)).rejects.toMatchObject({ code: 'permission.denied' });
  });
});
