import type { Actor, Role } from '#contracts';
import { newId } from '#kernel';
import type { Database } from '#platform';

export interface FilledAgency {
  readonly arrivals: number;
  readonly clerk: Actor;
  readonly leader: Actor;
  readonly civilServant: Actor;
}

/** [own] What waits at the desk does not grow with the year: a morning's post. */
export const waiting = 300;

/**
 * The arrivals of one agency in one year as the work leaves them: the last ones wait, one in a hundred refused, few in work,
 * the rest completed; one in fifty urgent, one in a thousand narrowed; two hundred senders.
 */
export async function fillArrivals(database: Database, sizes: readonly number[]): Promise<readonly FilledAgency[]> {
  const filled: FilledAgency[] = [];
  const indexes = await bare(database);
  for (const arrivals of sizes) {
    const agency = await anAgency(database, arrivals);
    await database.query(fill, [agency.clerk.agencyId, arrivals, agency.leader.postId]);
    filled.push(agency);
  }
  for (const definition of indexes) {
    await database.query(definition);
  }
  await database.query('VACUUM ANALYZE arrivals');
  return filled;
}

async function anAgency(database: Database, arrivals: number): Promise<FilledAgency> {
  const agencyId = newId();
  const personId = newId();
  await database.query(
    `INSERT INTO agencies (id, code, name, abbreviation, level, valid_from, search_text)
     VALUES ($1, $2, 'Ủy ban nhân dân huyện', $2, 'district', '2000-01-01', '')`,
    [agencyId, `B.${arrivals}`],
  );
  await database.query(
    `INSERT INTO people (id, user_name, full_name, created_at) VALUES ($1, $2, 'Bùi Thị Sổ', '2017-01-01')`,
    [personId, `bench.${arrivals}`],
  );
  const anActor = async (role: Role): Promise<Actor> => {
    const postId = newId();
    await database.query(
      `INSERT INTO posts (id, person_id, agency_id, role, position, valid_from)
       VALUES ($1, $2, $3, $4, 'Cán bộ', '2000-01-01')`,
      [postId, personId, agencyId, role],
    );
    return {
      personId,
      postId,
      agencyId,
      agencyLevel: 'district',
      role,
      fullName: 'Bùi Thị Sổ',
      position: 'Cán bộ',
      predecessorIds: [],
      delegatedPostIds: [],
      scopes: null,
    };
  };
  const [clerk, leader] = [await anActor('clerk'), await anActor('leader')];
  return { arrivals, clerk, leader, civilServant: await anActor('civil-servant') };
}

/** Takes away what makes a million rows slow to write and is not measured; gives the definitions of the indexes. */
async function bare(database: Database): Promise<string[]> {
  const references = await database.query<{ sql: string }>(
    `SELECT format('ALTER TABLE arrivals DROP CONSTRAINT %I', conname) AS sql
       FROM pg_constraint WHERE contype = 'f' AND conrelid = 'arrivals'::regclass`,
  );
  const indexes = await database.query<{ name: string; definition: string }>(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition
       FROM pg_index LEFT JOIN pg_constraint ON conindid = indexrelid AND contype IN ('p', 'u')
      WHERE indrelid = 'arrivals'::regclass AND pg_constraint.oid IS NULL`,
  );
  for (const sql of [...references.map((one) => one.sql), ...indexes.map(({ name }) => `DROP INDEX ${name}`)]) {
    await database.query(sql);
  }
  return indexes.map(({ definition }) => definition);
}

const fill = `
  WITH line AS (
    SELECT number, '2017-01-01 08:00+07'::timestamptz + number::bigint * interval '364 days' / $2::int AS at,
           CASE WHEN number > $2::int - ${waiting} THEN 'arrived'
                WHEN number % 100 = 7 THEN 'refused'
                WHEN number > $2::int - ${waiting} * 4 AND number % 10 = 3 THEN 'submitted'
                WHEN number > $2::int - ${waiting} * 10 THEN 'in-process' ELSE 'completed' END AS state,
           (ARRAY['quyet dinh', 'thong bao', 'cong van', 'ke hoach'])[1 + number % 4] || ' ve viec '
             || (ARRAY['khen thuong', 'mua xuan', 'mua thu', 'phong chong dich', 'to chuc can bo'])[1 + number % 5]
             || CASE WHEN number % 150 = 13 THEN ' sao la' ELSE '' END AS words
      FROM generate_series(1, $2::int) AS number)
  INSERT INTO arrivals (id, agency_id, sender_code, sender_name, state, type_name, symbol, subject, urgency, issued_on,
                        signer_name, signer_position, digest, paper_too, arrived_at, arrival_year, arrival_number,
                        submitted_to_post_id, submitted_at, completed_at, restricted, search_text)
  SELECT uuidv7(), $1, 'S.' || number % 200, 'Sở số ' || number % 200, state, 'Công văn', number || '/CV-S', words,
         CASE WHEN number % 500 = 0 THEN 'express' WHEN number % 50 = 0 THEN 'urgent' ELSE 'normal' END, at::date,
         'Bùi Thị Sổ', 'Giám đốc', repeat('0', 64), false, at,
         CASE WHEN state NOT IN ('arrived', 'refused') THEN 2017 END,
         CASE WHEN state NOT IN ('arrived', 'refused') THEN number END,
         CASE WHEN state = 'submitted' THEN $3::uuid END, CASE WHEN state = 'submitted' THEN at END,
         CASE WHEN state = 'completed' THEN at END, number % 1000 = 5,
         number || '/cv-s ' || words || ' so so ' || number % 200 || ' ' || md5(number::text)
    FROM line ORDER BY number`;
