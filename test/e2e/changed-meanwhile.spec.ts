import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ArrivalView, DocumentView } from '#contracts';
import { Database } from '#platform';
import { startTestApp, type TestApp } from '../start-app.js';
import { arrivalAt, documentIn } from './support/documents.js';
import { expectProblem } from './support/expect-problem.js';
import { countOf } from './support/kept.js';
import { type Office, officeOf } from './support/office.js';

let app: TestApp;
let database: Database;
let sender: Office;
let recipient: Office;

beforeAll(async () => {
  app = await startTestApp();
  database = app.server.get(Database);
  sender = await officeOf(app, 'snv');
  recipient = await officeOf(app, 'kimboi');
});

afterAll(async () => {
  await app.stop();
});

/** Runs work while the agency counts as closed since long ago. */
async function whileClosed(agencyId: string, work: () => Promise<void>): Promise<void> {
  await database.query("UPDATE agencies SET valid_to = '2017-06-30' WHERE id = $1", [agencyId]);
  try {
    await work();
  } finally {
    await database.query('UPDATE agencies SET valid_to = NULL WHERE id = $1', [agencyId]);
  }
}

describe('what changed since the draft', () => {
  it('stops the submission to a recipient that was closed', async () => {
    const { id } = await documentIn('draft', sender, [recipient.agencyId]);
    await whileClosed(recipient.agencyId, async () => {
      expectProblem(await sender.civilServant.post(`/documents/${id}/submit`), 'document.unknown-recipient');
    });
    expect((await sender.civilServant.post(`/documents/${id}/submit`)).status).toBe(200);
  });

  it('stops the dispatch to a recipient that was closed, and sends nothing to the others', async () => {
    const { agencyId } = await officeOf(app, 'stc');
    const { id } = await documentIn('issued', sender, [recipient.agencyId, agencyId]);
    await whileClosed(recipient.agencyId, async () => {
      expectProblem(await sender.clerk.post(`/documents/${id}/send`), 'document.unknown-recipient');
    });
    expect(await countOf(app, 'deliveries WHERE document_id = $1', [id])).toBe(0);
    expect((await sender.clerk.get(`/documents/${id}`)).as(DocumentView).state).toBe('issued');
  });

  it('stops the submission to a signer who has left', async () => {
    const { id } = await documentIn('draft', sender, [recipient.agencyId]);
    const { post } = sender.leader.session;
    await database.query("UPDATE posts SET valid_to = '2017-06-30' WHERE id = $1", [post.id]);
    try {
      expectProblem(await sender.civilServant.post(`/documents/${id}/submit`), 'document.unknown-signer');
    } finally {
      await database.query('UPDATE posts SET valid_to = NULL WHERE id = $1', [post.id]);
    }
  });
});

describe('what was issued', () => {
  it('keeps the signer and the type under the names of that day, for the sender and for who receives it later', async () => {
    const issued = await documentIn('issued', sender, [recipient.agencyId]);
    const { person, post } = sender.leader.session;
    await database.query("UPDATE people SET full_name = 'Tên Khác' WHERE id = $1", [person.id]);
    await database.query("UPDATE posts SET position = 'Chức vụ khác' WHERE id = $1", [post.id]);
    await database.query("UPDATE document_types SET name = 'Loại khác' WHERE code = $1", [issued.typeCode]);
    const sent = (await sender.clerk.post(`/documents/${issued.id}/send`)).as(DocumentView);
    expect(sent).toMatchObject({ signer: issued.signer, typeName: issued.typeName, digest: issued.digest });
    const { id } = await arrivalAt(recipient, sent);
    const arrival = (await recipient.clerk.get(`/arrivals/${id}`)).as(ArrivalView);
    expect(arrival).toMatchObject({ signer: issued.signer, typeName: issued.typeName, digest: issued.digest });
  });
});
