import type { Database } from '#platform';
import { fillRegister, type FilledRegister } from './fill-register.js';

export interface FilledOutgoing extends FilledRegister {
  readonly documents: number;
}

/** The outgoing list of one agency as the years leave it: nearly all sent, little urgent, few refused or late. */
export async function fillOutgoing(database: Database, documents: number): Promise<FilledOutgoing> {
  const filled = await fillRegister(database, documents);
  await database.transaction(async () => {
    await unchecked(database);
    for (const statement of [mixed, dispatched, delivered]) {
      await database.query(statement);
    }
  });
  for (const table of ['documents', 'dispatches', 'deliveries']) {
    await database.query(`VACUUM ANALYZE ${table}`);
  }
  return { ...filled, documents };
}

/** Checks of references and locks of what was sent are not measured. */
async function unchecked(database: Database): Promise<void> {
  const references = await database.query<{ sql: string }>(
    `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS sql FROM pg_constraint
      WHERE contype = 'f' AND conrelid IN ('dispatches'::regclass, 'deliveries'::regclass)`,
  );
  for (const { sql } of references) {
    await database.query(sql);
  }
  for (const table of ['documents', 'dispatches', 'deliveries']) {
    await database.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  }
}

const mixed = `
  UPDATE documents AS document
     SET search_text = entry.search_text,
         urgency = CASE WHEN entry.number % 200 = 0 THEN 'express' WHEN entry.number % 20 = 0 THEN 'urgent' ELSE 'normal' END,
         due_date = CASE WHEN entry.number % 10 = 3 THEN entry.day + 15 END,
         state = CASE WHEN entry.number % 3000 = 5 THEN 'submitted' WHEN entry.number % 3000 = 6 THEN 'approved'
                      WHEN entry.number % 3000 = 7 THEN 'issued' WHEN entry.number % 50 = 3 THEN 'sent' ELSE 'completed' END
    FROM outgoing_entries AS entry WHERE entry.document_id = document.id`;

const dispatched = `
  INSERT INTO dispatches (id, document_id, agency_id, kind, digest, sent_by_post_id, sent_at, sending)
  SELECT uuidv7(), id, agency_id, 'new', digest, drafter_post_id, updated_at, 1 FROM documents
   WHERE state IN ('sent', 'completed')`;

const delivered = `
  INSERT INTO deliveries (id, dispatch_id, document_id, recipient_id, recipient_code, recipient_name, mode, channel,
                          transport_state, state, state_at)
  SELECT uuidv7(), dispatch.id, dispatch.document_id, addressed.agency_id, 'B', 'Xã', 'electronic', 'local', 'done',
         CASE WHEN entry.number % 1000 = 11 THEN 'refused' WHEN entry.number % 100000 = 17 THEN 'needs-attention'
              WHEN entry.number % 2000 = 19 THEN 'sent' ELSE 'completed' END, dispatch.sent_at
    FROM dispatches AS dispatch
    JOIN document_recipients AS addressed ON addressed.document_id = dispatch.document_id
    JOIN outgoing_entries AS entry ON entry.document_id = dispatch.document_id`;
