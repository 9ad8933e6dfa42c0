import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#contracts';
import {
  ApproveDocument,
  contentDigest,
  DocumentQuery,
  IssueDocument,
  OrderAttachments,
  RemoveAttachment,
  SubmitDocument,
  WithdrawFile,
} from '#documents';
import { DeliverDispatch, DispatchDocument } from '#exchange';
import { newId } from '#kernel';
import { anAttachment } from '#testing';
import { codeOf, SendingWorld, toAgencies } from './sending-world.js';

let world: SendingWorld;
/** Signed in to the database as the application is. */
let application: Client;

beforeAll(async () => {
  world = await SendingWorld.open();
  application = new Client({ connectionString: world.testDatabase.applicationUrl });
  await application.connect();
});

afterAll(async () => {
  await application.end();
  await world.close();
});

/** A draft with three files, in the order in which they were attached. */
async function draftOfThree(overrides: object = {}) {
  const id = await world.draft(overrides);
  const files = [await idOfFirst(id)];
  for (const position of [2, 3]) {
    const file = { documentId: id, position, fileName: `phu-luc-${position}.pdf`, digest: String(position).repeat(64) };
    files.push((await anAttachment(world.app.database, file)).id);
  }
  const [a = '', b = '', c = ''] = files;
  return { id, a, b, c };
}

async function idOfFirst(id: string): Promise<string> {
  return (await view(id)).attachments[0]?.id ?? '';
}

const view = async (id: string) => world.app.get(DocumentQuery).view(world.drafter, id);

async function order(documentId: string, attachmentIds: readonly string[], by: Actor = world.drafter, on?: number) {
  const version = on ?? (await view(documentId)).version;
  await world.app.get(OrderAttachments).execute(by, { documentId, version, attachmentIds });
}

async function standing(id: string): Promise<string[]> {
  return (await view(id)).attachments.map((file) => `${file.part} ${file.id}`);
}

describe('the files of a draft', () => {
  it('are a main text and its appendices; any of them can be made the main text, and that is on record', async () => {
    const { id, a, b, c } = await draftOfThree();
    expect(await standing(id)).toEqual([`main ${a}`, `appendix ${b}`, `appendix ${c}`]);
    const { version } = await view(id);
    await order(id, [c, a, b]);
    expect(await standing(id)).toEqual([`main ${c}`, `appendix ${a}`, `appendix ${b}`]);
    expect((await view(id)).version).toBe(version + 1);
    const [entry] = await world.app.database.query(
      `SELECT note, before_digest <> after_digest AS changed FROM audit_entries
        WHERE action = 'document.files-ordered' AND object_id = $1`,
      [id],
    );
    expect(entry).toEqual({ note: 'phu-luc-3.pdf', changed: true });
  });

  it('close up when one is taken off or withdrawn, and the next becomes the main text', async () => {
    const { id, a, b, c } = await draftOfThree();
    await world.app.get(RemoveAttachment).execute(world.drafter, id, a);
    expect(await standing(id)).toEqual([`main ${b}`, `appendix ${c}`]);
    await world.app.database.query(`UPDATE file_checks SET stamp = 'held' WHERE attachment_id = $1`, [b]);
    await world.app.get(WithdrawFile).execute(world.clerk, id, b, 'Có dấu mật');
    expect(await standing(id)).toEqual([`main ${c}`]);
  });

  it('are ordered on the version that was read; the order that stands already is no change', async () => {
    const { id, a, b, c } = await draftOfThree();
    const { version } = await view(id);
    await order(id, [b, a, c], world.drafter, version);
    await order(id, [b, a, c], world.drafter, version);
    await expect(order(id, [c, b, a], world.drafter, version)).rejects.toMatchObject({ code: 'document.stale' });
    expect((await view(id)).version).toBe(version + 1);
  });

  it('are named each once, all of them and no others', async () => {
    const { id, a, b, c } = await draftOfThree();
    const other = await draftOfThree();
    for (const ids of [
      [a, b],
      [a, b, b],
      [a, b, c, c],
      [a, b, other.a],
      [a, b, c, newId()],
    ]) {
      await expect(order(id, ids)).rejects.toMatchObject({ code: 'attachment.order-stale' });
    }
    expect(await standing(id)).toEqual([`main ${a}`, `appendix ${b}`, `appendix ${c}`]);
  });

  it('are ordered by nobody but the drafter, and not once they left the drafter’s hands', async () => {
    const { id, a, b, c } = await draftOfThree(toAgencies(await world.agency()));
    await expect(order(id, [b, a, c], await world.colleague())).rejects.toMatchObject({ code: 'not-found' });
    await world.app.get(SubmitDocument).execute(world.drafter, id);
    await expect(order(id, [b, a, c], world.leader)).rejects.toMatchObject({ code: 'permission.denied' });
    await expect(order(id, [b, a, c])).rejects.toMatchObject({ code: 'document.wrong-state' });
  });

  it('stand in one whole order when two people order and one takes a file off at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id, a, b, c } = await draftOfThree();
      const { version } = await view(id);
      const outcomes = await Promise.allSettled([
        order(id, [c, b, a], world.drafter, version),
        order(id, [b, c, a], world.drafter, version),
        world.app.get(RemoveAttachment).execute(world.drafter, id, a),
      ]);
      const [first, second, removal] = outcomes.map(codeOf);
      expect([first, second].filter((code) => code === 'done').length).toBeLessThanOrEqual(1);
      expect(removal).toBe('done');
      const left = await standing(id);
      expect([
        [`main ${c}`, `appendix ${b}`],
        [`main ${b}`, `appendix ${c}`],
      ]).toContainEqual(left);
    }
  });
});

describe('the database', () => {
  it.each([
    ['two main texts', 'UPDATE attachments SET position = 1 WHERE document_id = $1 AND position = 2', '23505'],
    ['a gap', 'UPDATE attachments SET position = 5 WHERE document_id = $1 AND position = 3', '23000'],
    ['no main text', 'DELETE FROM attachments WHERE document_id = $1 AND position = 1', '23000'],
    ['a place before the first', 'UPDATE attachments SET position = position - 1 WHERE document_id = $1', '23514'],
  ])('has no document with %s', async (_what, statement, code) => {
    const { id } = await draftOfThree();
    await expect(application.query(statement, [id])).rejects.toMatchObject({ code });
  });
});

describe('the order of the files', () => {
  it('is locked from the approval on, is part of the digest, and reaches the recipient as it is', async () => {
    const { id, a, b, c } = await draftOfThree(toAgencies(await world.agency()));
    await order(id, [b, c, a]);
    await world.app.get(SubmitDocument).execute(world.drafter, id);
    await world.app.get(ApproveDocument).execute(world.leader, id);
    const swap = 'UPDATE attachments SET position = 4 - position WHERE document_id = $1';
    await expect(application.query(swap, [id])).rejects.toMatchObject({ code: '23001' });
    await world.app.get(IssueDocument).execute(world.clerk, id);
    await expect(application.query(swap, [id])).rejects.toMatchObject({ code: '23001' });
    await world.app.get(DispatchDocument).execute(world.clerk, id);

    const [dispatch] = await world.app.database.query<{ dispatchId: string }>(
      'SELECT id AS "dispatchId" FROM dispatches WHERE document_id = $1',
      [id],
    );
    await world.app.get(DeliverDispatch).execute({ dispatchId: dispatch?.dispatchId ?? '' });
    const names = await world.app.database.query(
      `SELECT file.position, file.file_name AS "fileName" FROM arrival_attachments AS file
         JOIN arrivals AS arrival ON arrival.id = arrival_id JOIN deliveries AS delivery ON delivery.id = delivery_id
        WHERE delivery.document_id = $1 ORDER BY file.position`,
      [id],
    );
    expect(names).toEqual([
      { position: 1, fileName: 'phu-luc-2.pdf' },
      { position: 2, fileName: 'phu-luc-3.pdf' },
      { position: 3, fileName: 'quyet-dinh.pdf' },
    ]);
    await expect(
      application.query(
        `UPDATE arrival_attachments SET position = position + 9 WHERE arrival_id IN (SELECT id FROM arrivals)`,
      ),
    ).rejects.toMatchObject({ code: '23001' });
  });

  it('makes another digest', () => {
    const files = ['a', 'b'].map((name) => ({ fileName: `${name}.pdf`, size: 1, digest: name.repeat(64) }));
    const content = { issuerCode: 'H28', issuerName: 'Sở', typeName: 'Báo cáo', symbol: '1/BC', subject: 'Về việc' };
    const rest = { issuedOn: '2017-05-02', urgency: 'normal', dueDate: null, pageAmount: null, description: '' };
    const signer = { fullName: 'Quang', position: 'Giám đốc' };
    const digestOf = (attachments: typeof files) => contentDigest({ ...content, ...rest, signer, attachments });
    expect(digestOf(files)).not.toBe(digestOf(files.toReversed()));
  });
});
