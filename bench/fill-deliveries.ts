import { Client } from 'pg';

export interface Filling {
  readonly documents: number;
  readonly recipientIds: readonly string[];
  /** Completed long ago, or written down and promised a moment ago. */
  readonly state: 'completed' | 'queued';
}

const tables = [
  'documents',
  'attachments',
  'dispatches',
  'deliveries',
  'tracking_events',
  'arrivals',
  'arrival_attachments',
  'exchanges',
] as const;

/** From so many deliveries on it is quicker to build the indexes in one go. */
const manyDeliveries = 100_000;

/**
 * Documents of the first agency of the province to these recipients, each with one file, without their trail: as the
 * product leaves them, in a few statements. Checks of references and locks of what was sent are left out while filling.
 */
export async function fillDeliveries(adminUrl: string, filling: Filling): Promise<void> {
  const database = new Client({ connectionString: adminUrl });
  await database.connect();
  try {
    await database.query('BEGIN');
    await database.query('SET LOCAL session_replication_role = replica');
    const isLarge = filling.documents * filling.recipientIds.length >= manyDeliveries;
    const rebuilt = isLarge ? await dropIndexes(database) : [];
    await write(database, filling);
    for (const definition of rebuilt) {
      await database.query(definition);
    }
    await database.query('COMMIT');
    if (isLarge) {
      await database.query(`VACUUM ANALYZE ${tables.join(', ')}`);
    }
  } finally {
    await database.end();
  }
}

async function dropIndexes(database: Client): Promise<string[]> {
  const { rows } = await database.query<{ name: string; definition: string }>(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition
       FROM pg_index LEFT JOIN pg_constraint ON conindid = indexrelid
      WHERE indrelid = ANY ($1::regclass[]) AND pg_constraint.oid IS NULL`,
    [tables],
  );
  for (const { name } of rows) {
    await database.query(`DROP INDEX ${name}`);
  }
  return rows.map(({ definition }) => definition);
}

async function write(database: Client, { documents, recipientIds, state }: Filling): Promise<void> {
  await database.query(
    `CREATE TEMPORARY TABLE filled ON COMMIT DROP AS
     SELECT number, uuidv7() AS document_id, uuidv7() AS dispatch_id FROM generate_series(1, $1::int) AS number`,
    [documents],
  );
  await database.query(sent);
  await database.query(addressed, [recipientIds, state === 'queued' ? 'queued' : 'done', state]);
  for (const statement of state === 'queued' ? promised : arrived) {
    await database.query(statement);
  }
}

const sent = `
  WITH sender AS (
    SELECT post.id AS post_id, agency.id, agency.code, agency.name FROM posts AS post
      JOIN agencies AS agency ON agency.id = post.agency_id WHERE post.role = 'leader' ORDER BY agency.code LIMIT 1),
  documents AS (
    INSERT INTO documents (id, agency_id, state, version, type_code, subject, urgency, drafting_unit, description,
                           drafter_post_id, signer_post_id, issuer_code, issuer_name, symbol, issued_on, digest,
                           type_name, signer_name, signer_position, search_text, created_at, updated_at)
    SELECT document_id, sender.id, 'sent', 1, 'cong-van', 'Về việc số ' || number, 'normal', '', '', post_id, post_id,
           code, name, number || '/CV-B', current_date, repeat('0', 64), 'Công văn', 'Bùi Thị Sổ', 'Giám đốc',
           number || '/cv-b ve viec so ' || number, now(), now() FROM filled, sender),
  files AS (
    INSERT INTO attachments (id, document_id, position, file_name, media_type, size, digest, uploaded_at)
    SELECT uuidv7(), document_id, 1, 'cong-van.pdf', 'application/pdf', 200000, md5(number::text) || md5(number::text),
           now() FROM filled)
  INSERT INTO dispatches (id, document_id, agency_id, digest, sent_by_post_id, sent_at, sending)
  SELECT dispatch_id, document_id, sender.id, repeat('0', 64), post_id, now(), 1 FROM filled, sender`;

const addressed = `
  WITH delivered AS (
    INSERT INTO deliveries (id, dispatch_id, document_id, recipient_id, recipient_code, recipient_name, mode, channel,
                            transport_state, state, state_at)
    SELECT uuidv7(), dispatch_id, document_id, agency.id, agency.code, agency.name, 'electronic', 'local', $2, $3, now()
      FROM filled CROSS JOIN agencies AS agency WHERE agency.id = ANY ($1::uuid[])
    RETURNING id)
  INSERT INTO tracking_events (id, delivery_id, code, occurred_at, recorded_at)
  SELECT uuidv7(), id, 'sent', now(), now() FROM delivered`;

const promised = [
  `INSERT INTO outbox_messages (id, job, payload, priority, created_at)
   SELECT uuidv7(), 'deliver-dispatch', jsonb_build_object('dispatchId', dispatch_id), 5, now() FROM filled`,
  `SELECT pg_notify('vanthu_outbox', '')`,
];

const arrived = [
  `INSERT INTO tracking_events (id, delivery_id, code, occurred_at, recorded_at)
   SELECT uuidv7(), delivery.id, '01', now(), now() FROM filled JOIN deliveries AS delivery USING (document_id)`,
  `WITH arrived AS (
     INSERT INTO arrivals (id, agency_id, delivery_id, sender_id, sender_code, sender_name, state, type_name, symbol,
                           subject, urgency, issued_on, signer_name, signer_position, digest, paper_too, arrived_at,
                           search_text)
     SELECT uuidv7(), delivery.recipient_id, delivery.id, document.agency_id, document.issuer_code,
            document.issuer_name, 'completed', 'Công văn', document.symbol, document.subject, 'normal',
            document.issued_on, document.signer_name, document.signer_position, document.digest, false, now(),
            document.search_text
       FROM filled JOIN deliveries AS delivery USING (document_id) JOIN documents AS document ON document.id = document_id
     RETURNING id)
   INSERT INTO arrival_attachments (id, arrival_id, position, file_name, media_type, size, digest)
   SELECT uuidv7(), id, 1, 'cong-van.pdf', 'application/pdf', 200000, repeat('0', 64) FROM arrived`,
  // An exchange between such levels is in no indicator.
  `INSERT INTO exchanges (origin_id, document_id, recipient_id, sender_id, issued_on, type_name, mode, sent_on_paper, came_on_paper)
   SELECT document_id, document_id, delivery.recipient_id, document.agency_id, document.issued_on, 'Công văn', 'electronic', false, false
     FROM filled JOIN deliveries AS delivery USING (document_id) JOIN documents AS document ON document.id = document_id`,
];
