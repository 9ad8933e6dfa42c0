import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DraftDocument as Draft } from '#contracts';
import { AttachFile, DocumentQuery, EditDocument, RemoveAttachment } from '#documents';
import { newId } from '#kernel';
import { aRecipientGroup } from '#testing';
import { SendingWorld } from './sending-world.js';

let world: SendingWorld;
/** Signed in to the database as the application is. */
let application: Client;
const documents: { [state in 'approved' | 'issued' | 'sent']?: string } = {};

beforeAll(async () => {
  world = await SendingWorld.open();
  application = new Client({ connectionString: world.testDatabase.applicationUrl });
  await application.connect();
  const group = await aRecipientGroup(world.app.database, [await world.agency()]);
  const colleague = await world.colleague();
  for (const state of ['approved', 'issued', 'sent'] as const) {
    documents[state] = await world[state]({
      recipients: [
        { agencyId: await world.agency(), channel: 'electronic-with-paper', paperReason: { code: 'paper-value' } },
      ],
      groups: [{ groupId: group.id }],
      externals: [{ name: 'Công ty Điện lực', address: 'Số 1, Trần Hưng Đạo', paperReason: { code: 'not-on-system' } }],
      people: [{ postId: colleague.postId }],
    });
  }
});

afterAll(async () => {
  await application.end();
  await world.close();
});

/** What nothing may do to a document, as SQL of the application with the id of the document. */
const fields = [
  `UPDATE documents SET subject = 'Khác' WHERE id = $1`,
  `UPDATE documents SET page_amount = 7 WHERE id = $1`,
  `UPDATE documents SET due_date = '2017-06-01', version = version + 1 WHERE id = $1`,
  `UPDATE documents SET urgency = 'express' WHERE id = $1`,
  `UPDATE documents SET signer_post_id = drafter_post_id WHERE id = $1`,
  `DELETE FROM documents WHERE id = $1`,
  `UPDATE attachments SET digest = repeat('f', 64) WHERE document_id = $1`,
  `UPDATE attachments SET file_name = 'khac.pdf' WHERE document_id = $1`,
  `DELETE FROM attachments WHERE document_id = $1`,
  `INSERT INTO attachments (id, document_id, position, file_name, media_type, size, digest, uploaded_at)
   SELECT uuidv7(), $1, 9, 'them.pdf', 'application/pdf', 1, repeat('a', 64), now()`,
  `DELETE FROM document_recipients WHERE document_id = $1`,
  `UPDATE document_recipients SET channel = 'electronic' WHERE document_id = $1`,
  `INSERT INTO document_recipients (document_id, agency_id, channel, position)
   SELECT $1, id, 'electronic', 9 FROM agencies WHERE id NOT IN (SELECT agency_id FROM document_recipients WHERE document_id = $1) LIMIT 1`,
  `DELETE FROM document_recipient_groups WHERE document_id = $1`,
  `UPDATE document_recipient_groups SET channel = 'paper' WHERE document_id = $1`,
  `UPDATE document_external_recipients SET address = 'Chỗ khác' WHERE document_id = $1`,
  `DELETE FROM document_external_recipients WHERE document_id = $1`,
  `DELETE FROM document_informed_posts WHERE document_id = $1`,
];

/** From the issue on. */
const issued = [
  `UPDATE documents SET symbol = '99/QĐ' WHERE id = $1`,
  `UPDATE documents SET digest = repeat('f', 64) WHERE id = $1`,
  `UPDATE documents SET digest = NULL, state = 'draft' WHERE id = $1`,
  `UPDATE documents SET issued_on = '2017-05-03' WHERE id = $1`,
  `UPDATE documents SET signer_name = 'Người khác' WHERE id = $1`,
  `UPDATE documents SET state = 'returned' WHERE id = $1`,
];

/** From the sending on. */
const sent = [
  `UPDATE deliveries SET recipient_name = 'Khác' WHERE document_id = $1`,
  `UPDATE deliveries SET recipient_address = 'Khác' WHERE document_id = $1`,
  `UPDATE deliveries SET mode = 'electronic' WHERE document_id = $1`,
  `UPDATE deliveries SET paper_reason = NULL WHERE document_id = $1`,
  `DELETE FROM deliveries WHERE document_id = $1`,
  `UPDATE dispatches SET digest = repeat('f', 64) WHERE document_id = $1`,
  `DELETE FROM dispatches WHERE document_id = $1`,
  `UPDATE document_group_members SET name = 'Khác' WHERE document_id = $1`,
  `DELETE FROM document_group_members WHERE document_id = $1`,
  `UPDATE document_recipient_groups SET sent_count = 0 WHERE document_id = $1`,
];

const attempts = (['approved', 'issued', 'sent'] as const).flatMap((state) =>
  [...fields, ...(state === 'approved' ? [] : issued), ...(state === 'sent' ? sent : [])].map(
    (statement) => [state, statement] as const,
  ),
);

describe('the content of a document', () => {
  it.each(attempts)('once %s is locked in the database against %s', async (state, statement) => {
    await expect(application.query(statement, [documents[state]])).rejects.toMatchObject({ code: '23001' });
  });

  it.each(['approved', 'issued', 'sent'] as const)('once %s is locked for every use case', async (state) => {
    const id = documents[state] ?? '';
    const { version, attachments } = await world.app.get(DocumentQuery).view(world.drafter, id);
    const draft = Draft.parse({ typeCode: 'quyet-dinh', subject: 'Khác', signerPostId: world.leader.postId });
    const attachmentId = attachments[0]?.id ?? '';
    const tries = [
      world.app.get(EditDocument).execute(world.drafter, { documentId: id, version, draft }),
      world.app.get(RemoveAttachment).execute(world.drafter, id, attachmentId),
      world.app.get(AttachFile).execute(world.drafter, {
        documentId: id,
        attachmentId: newId(),
        fileName: 'them.txt',
        content: (async function* () {
          yield Buffer.from('thêm');
        })(),
      }),
    ];
    for (const outcome of await Promise.allSettled(tries)) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'document.wrong-state' } });
    }
  });

  it('is open while it is a draft, and again when it is given back before its issue', async () => {
    const id = await world.draft();
    await application.query(`UPDATE documents SET subject = 'Khác' WHERE id = $1`, [id]);
    const approved = await world.approved({ recipients: [{ agencyId: await world.agency() }] });
    await application.query(`UPDATE documents SET state = 'returned', signer_post_id = drafter_post_id WHERE id = $1`, [
      approved,
    ]);
    await application.query(`DELETE FROM attachments WHERE document_id = $1`, [approved]);
    expect(await world.stateOf(approved)).toBe('returned');
  });
});
