import type { Client } from 'pg';
import { vanthu } from './command-line.js';
import type { House } from './house.js';

/**
 * Deliveries that nobody is told about although they don’t move, and promised work that is due. Who has to give something
 * back and was busy is told again later: until then it is still to be read there.
 */
export interface Backlog {
  readonly deliveries: number;
  readonly jobs: number;
}

export async function backlogOf(database: Client): Promise<Backlog> {
  const { rows } = await database.query<Backlog>(
    `SELECT (SELECT count(*)::int FROM deliveries WHERE transport_state IN ('queued', 'sending')) AS deliveries,
            (SELECT count(*)::int FROM outbox_messages
              WHERE failed_at IS NULL AND (run_at IS NULL OR run_at <= now() OR job LIKE 'tell-recall-%')) AS jobs`,
  );
  return rows[0] ?? { deliveries: 0, jobs: 0 };
}

/** What is wrong with numbers, promised work, trail and figures, each as a sentence. */
export async function checkRegisters(house: House, database: Client): Promise<string[]> {
  const wrong = [
    ...(await sentencesOf(database, 'outgoing numbers have a gap or a repetition', outgoingGaps)),
    ...(await sentencesOf(database, 'arrival numbers have a gap or a repetition', arrivalGaps)),
    ...(await sentencesOf(database, 'a delivery has an arrival that says otherwise', twofold)),
    ...(await sentencesOf(database, 'a job failed for good', failedJobs)),
  ];
  for (const command of [
    ['audit', 'verify'],
    ['share', 'recount'],
  ]) {
    const { isGood, output } = await vanthu(command, house.settings());
    if (!isGood) {
      wrong.push(`vanthu ${command.join(' ')}: ${output}`);
    }
  }
  return wrong;
}

async function sentencesOf(database: Client, what: string, statement: string): Promise<string[]> {
  const { rows } = await database.query<{ place: string }>(statement);
  return rows.map(({ place }) => `${what}: ${place}`);
}

const outgoingGaps = `
  SELECT concat_ws(' ', agency_id, year, series, count(*), 'numbers up to', max(number)) AS place
    FROM outgoing_entries GROUP BY agency_id, year, series
  HAVING max(number) <> count(DISTINCT number) OR min(number) <> 1 OR count(*) <> count(DISTINCT number)`;

const arrivalGaps = `
  SELECT concat_ws(' ', agency_id, arrival_year, count(*), 'numbers up to', max(arrival_number)) AS place
    FROM arrivals WHERE arrival_number IS NOT NULL GROUP BY agency_id, arrival_year
  HAVING max(arrival_number) <> count(DISTINCT arrival_number) OR min(arrival_number) <> 1
      OR count(*) <> count(DISTINCT arrival_number)`;

/** Said to have arrived, and not there; or there, and not said. */
const twofold = `
  SELECT delivery.id::text AS place
    FROM deliveries AS delivery LEFT JOIN arrivals AS arrival ON arrival.delivery_id = delivery.id
   WHERE delivery.channel = 'local' AND (delivery.transport_state = 'done') <> (arrival.id IS NOT NULL)`;

const failedJobs = `
  SELECT concat_ws(' ', job, id, failure) AS place FROM outbox_messages WHERE failed_at IS NOT NULL`;
