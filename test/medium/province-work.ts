import type { Database } from '#platform';
import { pastTheLock } from '#testing';

/** Documents for each agency, over all states. */
export const documentsEach = 105;

/**
 * Fills the desks of a province with work in every state, by a few statements: people, documents with their numbers,
 * dispatches, deliveries (every third still on its way) and arrivals.
 */
export async function fillDesks(database: Database): Promise<void> {
  for (const statement of [people, documents, numbers]) {
    await database.query(statement);
  }
  await pastTheLock(database, 'document_recipients', () => database.query(sending));
  for (const statement of [deliveries, arrivals, archive]) {
    await database.query(statement);
  }
}

const people = `
  WITH desk AS (
    SELECT agency.id AS agency_id, role, uuidv7() AS person_id, uuidv7() AS post_id
      FROM agencies AS agency
      CROSS JOIN unnest(ARRAY['leader', 'clerk', 'civil-servant', 'archivist']) AS role),
  added AS (
    INSERT INTO people (id, full_name, user_name, created_at)
    SELECT person_id, 'Bùi Văn ' || role, person_id::text, '2025-01-01' FROM desk)
  INSERT INTO posts (id, person_id, agency_id, role, position, valid_from)
  SELECT post_id, person_id, agency_id, role, role, '2020-01-01' FROM desk`;

const documents = `
  INSERT INTO documents (id, agency_id, state, version, type_code, subject, urgency, drafting_unit, description,
                         drafter_post_id, signer_post_id, search_text, created_at, updated_at)
  SELECT uuidv7(), agency.id,
         (ARRAY['draft', 'submitted', 'returned', 'approved', 'issued', 'sent', 'completed'])[1 + number % 7],
         1, 'quyet-dinh', 'Văn bản số ' || number, 'normal', '', '', drafter.id, signer.id, 'van ban', now(), now()
    FROM agencies AS agency
    JOIN posts AS drafter ON drafter.agency_id = agency.id AND drafter.role = 'civil-servant'
    JOIN posts AS signer ON signer.agency_id = agency.id AND signer.role = 'leader'
   CROSS JOIN generate_series(1, ${documentsEach}) AS number`;

const numbers = `
  WITH numbered AS (
    SELECT document.id, document.agency_id, agency.code, agency.name,
           row_number() OVER (PARTITION BY document.agency_id ORDER BY document.id) AS number
      FROM documents AS document JOIN agencies AS agency ON agency.id = document.agency_id
     WHERE state IN ('issued', 'sent', 'completed')),
  issued AS (
    UPDATE documents AS document
       SET symbol = number || '/QĐ', issued_on = '2025-05-02', digest = repeat('0', 64), issuer_code = numbered.code,
           issuer_name = numbered.name, type_name = 'Quyết định', signer_name = 'Bùi Văn leader',
           signer_position = 'leader'
      FROM numbered WHERE numbered.id = document.id),
  entered AS (
    INSERT INTO outgoing_entries (id, agency_id, year, number, day, symbol, document_id, entered_by_post_id, entered_at)
    SELECT uuidv7(), numbered.agency_id, 2025, number, '2025-05-02', number || '/QĐ', numbered.id, post.id, now()
      FROM numbered JOIN posts AS post ON post.agency_id = numbered.agency_id AND post.role = 'clerk')
  INSERT INTO number_sequences (agency_id, register, year, last_number)
  SELECT agency_id, 'outgoing', 2025, max(number) FROM numbered GROUP BY agency_id`;

const sending = `
  WITH ring AS (
    SELECT id, coalesce(lead(id) OVER (ORDER BY code), first_value(id) OVER (ORDER BY code)) AS next FROM agencies),
  addressed AS (
    INSERT INTO document_recipients (document_id, agency_id, channel, position)
    SELECT document.id, ring.next, 'electronic', 1
      FROM documents AS document JOIN ring ON ring.id = document.agency_id)
  INSERT INTO dispatches (id, document_id, agency_id, digest, sent_by_post_id, sent_at)
  SELECT uuidv7(), document.id, document.agency_id, document.digest, post.id, now()
    FROM documents AS document JOIN posts AS post ON post.agency_id = document.agency_id AND post.role = 'clerk'
   WHERE state IN ('sent', 'completed')`;

const deliveries = `
  WITH made AS (
    SELECT uuidv7() AS id, dispatch.id AS dispatch_id, dispatch.document_id, recipient.id AS recipient_id,
           recipient.code, recipient.name, row_number() OVER (ORDER BY dispatch.id) % 3 = 0 AS queued
      FROM dispatches AS dispatch
      JOIN document_recipients AS addressed ON addressed.document_id = dispatch.document_id
      JOIN agencies AS recipient ON recipient.id = addressed.agency_id)
  INSERT INTO deliveries (id, dispatch_id, document_id, recipient_id, recipient_code, recipient_name, mode, channel,
                          transport_state, state, state_at)
  SELECT id, dispatch_id, document_id, recipient_id, code, name, 'electronic', 'local',
         CASE WHEN queued THEN 'queued' ELSE 'done' END, CASE WHEN queued THEN 'queued' ELSE 'arrived' END, now()
    FROM made`;

const arrivals = `
  WITH arrived AS (
    SELECT delivery.id AS delivery_id, delivery.recipient_id, document.agency_id AS sender_id, document.symbol,
           row_number() OVER (PARTITION BY delivery.recipient_id ORDER BY delivery.id) AS number
      FROM deliveries AS delivery JOIN documents AS document ON document.id = delivery.document_id
     WHERE delivery.transport_state = 'done'),
  added AS (
    INSERT INTO arrivals (id, agency_id, delivery_id, sender_id, sender_code, sender_name, state, type_name, symbol,
                          subject, urgency, issued_on, signer_name, signer_position, digest, paper_too, arrived_at,
                          arrival_year, arrival_number, search_text)
    SELECT uuidv7(), recipient_id, delivery_id, sender_id, agency.code, agency.name,
           (ARRAY['arrived', 'accepted', 'completed', 'refused'])[1 + number % 4], 'Quyết định', symbol, 'Văn bản',
           'normal', '2025-05-02', '', '', repeat('0', 64), false, now(),
           CASE WHEN number % 4 IN (1, 2) THEN 2025 END, CASE WHEN number % 4 IN (1, 2) THEN number END, 'van ban'
      FROM arrived JOIN agencies AS agency ON agency.id = sender_id)
  INSERT INTO number_sequences (agency_id, register, year, last_number)
  SELECT recipient_id, 'incoming', 2025, max(number) FROM arrived GROUP BY recipient_id`;

const archive = `
  INSERT INTO archive_entries (id, agency_id, direction, source_id, issuer_name, type_name, symbol, subject, issued_on,
                               digest, archived_by, archived_at, search_text)
  SELECT uuidv7(), agency_id, 'outgoing', id, issuer_name, 'Quyết định', symbol, subject, issued_on, digest,
         'Bùi Văn clerk', now(), 'van ban'
    FROM documents WHERE state = 'completed'`;
