import type { Actor } from '#contracts';
import { newId } from '#kernel';
import type { Database } from '#platform';

export interface FilledRegister {
  readonly clerk: Actor;
  readonly year: number;
  readonly signerPostId: string;
  readonly rareSignerPostId: string;
  readonly recipientId: string;
  readonly rareRecipientId: string;
}

const year = 2017;

/** A register of so many lines in one year of one agency, every 100th cancelled, with two recipients a document. */
export async function fillRegister(database: Database, lines: number): Promise<FilledRegister> {
  const agencies = Array.from({ length: 201 }, () => newId());
  const [agencyId = '', recipientId = ''] = agencies;
  const rareRecipientId = agencies[200] ?? '';
  const posts = Array.from({ length: 4 }, () => newId());
  const [clerkPost = '', signerPostId = '', otherSigner = '', rareSignerPostId = ''] = posts;
  const personId = newId();
  await database.query(
    `INSERT INTO agencies (id, code, name, abbreviation, level, valid_from, search_text)
     SELECT id, 'B.' || place, 'Ủy ban nhân dân xã số ' || place, 'X' || place, 'commune', '2000-01-01', ''
       FROM unnest($1::uuid[]) WITH ORDINALITY AS given(id, place)`,
    [agencies],
  );
  await database.query(
    `INSERT INTO people (id, user_name, full_name, created_at) VALUES ($1, 'bench', 'Bùi Thị Sổ', '2017-01-01')`,
    [personId],
  );
  await database.query(
    `INSERT INTO posts (id, person_id, agency_id, role, position, valid_from)
     SELECT id, $2, $3, CASE place WHEN 1 THEN 'clerk' ELSE 'leader' END, 'Cán bộ', '2000-01-01'
       FROM unnest($1::uuid[]) WITH ORDINALITY AS given(id, place)`,
    [posts, personId, agencyId],
  );
  await database.transaction(async () => {
    const rebuilt = await bare(database);
    await database.query(fill, [agencyId, signerPostId, otherSigner, rareSignerPostId, clerkPost, lines, agencies]);
    await database.query(addressed, [agencyId, recipientId, agencies.slice(2, 200), rareRecipientId]);
    for (const { definition } of rebuilt) {
      await database.query(definition);
    }
  });
  for (const table of ['outgoing_entries', 'documents', 'document_recipients', 'deliveries']) {
    await database.query(`VACUUM ANALYZE ${table}`);
  }
  const clerk: Actor = {
    personId,
    postId: clerkPost,
    agencyId,
    agencyLevel: 'commune',
    role: 'clerk',
    fullName: 'Bùi Thị Sổ',
    position: 'Văn thư',
    predecessorIds: [],
    delegatedPostIds: [],
    scopes: null,
  };
  return { clerk, year, signerPostId, rareSignerPostId, recipientId, rareRecipientId };
}

const tables = `'outgoing_entries'::regclass, 'documents'::regclass, 'document_recipients'::regclass`;

/**
 * Takes away what makes a million rows slow to write and is not measured: checks of references, locks of what was sent,
 * and the indexes, whose definitions it gives back.
 */
async function bare(database: Database): Promise<{ name: string; definition: string }[]> {
  await database.query('ALTER TABLE document_recipients DISABLE TRIGGER USER');
  const references = await database.query<{ sql: string }>(
    `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS sql
       FROM pg_constraint WHERE contype = 'f' AND conrelid IN (${tables})`,
  );
  const indexes = await database.query<{ name: string; definition: string }>(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition
       FROM pg_index LEFT JOIN pg_constraint ON conindid = indexrelid AND contype IN ('p', 'u')
      WHERE indrelid IN (${tables}) AND pg_constraint.oid IS NULL`,
  );
  for (const sql of [...references.map((one) => one.sql), ...indexes.map(({ name }) => `DROP INDEX ${name}`)]) {
    await database.query(sql);
  }
  return indexes;
}

const fill = `
  WITH line AS (
    SELECT number, uuidv7() AS id, uuidv7() AS document_id,
           '${year}-01-01'::date + (number::bigint * 364 / $6)::int AS day,
           CASE WHEN number % 5000 = 0 THEN $4::uuid WHEN number % 3 = 0 THEN $3 ELSE $2 END AS signer,
           CASE WHEN number % 5000 = 7 THEN 'thu-cong' WHEN number % 4 = 0 THEN 'thong-bao' ELSE 'quyet-dinh' END AS type,
           CASE WHEN number % 4 = 0 THEN 'thong bao' ELSE 'quyet dinh' END || ' ve viec '
             || (ARRAY['khen thuong', 'mua xuan', 'mua thu', 'phong chong dich', 'to chuc can bo'])[1 + number % 5]
             || CASE WHEN number % 20000 = 13 THEN ' sao la' ELSE '' END
             || CASE WHEN number <= $6::int / 12 THEN ' thang gieng' ELSE '' END || ' so ' || md5(number::text) AS words
      FROM generate_series(1, $6::int) AS number),
  documents AS (
    INSERT INTO documents (id, agency_id, state, version, type_code, subject, urgency, drafting_unit, description,
                           drafter_post_id, signer_post_id, symbol, issued_on, digest, type_name, signer_name,
                           signer_position, search_text, created_at, updated_at)
    SELECT document_id, $1, 'sent', 1, type, words, 'normal', '', '', $5, signer, number || '/QĐ-B', day,
           repeat('0', 64), 'Quyết định', 'Bùi Thị Sổ', 'Cán bộ', '', day, day
      FROM line)
  INSERT INTO outgoing_entries (id, agency_id, year, number, state, symbol, day, document_id, type_code, signer_post_id,
                                cancel_reason, cancelled_by_post_id, cancelled_at, search_text, entered_by_post_id, entered_at)
  SELECT id, $1, ${year}, number, CASE WHEN number % 100 = 0 THEN 'cancelled' ELSE 'given' END, number || '/QĐ-B', day,
         document_id, type, signer, CASE WHEN number % 100 = 0 THEN 'Sai' END,
         CASE WHEN number % 100 = 0 THEN $5::uuid END, CASE WHEN number % 100 = 0 THEN day END,
         number || '/qd-b ' || words || ' uy ban nhan dan xa so ' || number % 200, $5, day
    FROM line WHERE cardinality($7::uuid[]) > 0`;

const addressed = `
  INSERT INTO document_recipients (document_id, agency_id, channel, position)
  SELECT document_id, recipient, 'electronic', place
    FROM outgoing_entries,
         unnest(ARRAY[$2::uuid, CASE WHEN number % 20000 = 11 THEN $4::uuid
                                     ELSE ($3::uuid[])[1 + number % cardinality($3::uuid[])] END])
           WITH ORDINALITY AS given(recipient, place)
   WHERE outgoing_entries.agency_id = $1`;
