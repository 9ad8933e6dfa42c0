import { allAgencies } from './share-cell.entity.js';

const month = `date_trunc('month', issued_on)::date`;

/** Whose count a change belongs to. */
const sides = {
  all: `('all', '${allAgencies}'::uuid)`,
  sent: `('sent', sender_id)`,
  received: `('received', recipient_id)`,
} as const;
type Side = keyof typeof sides;

/** What changes of a count add to the cells: the sides of each, and what is told of it by day and by month. */
export function cellsOf(deltas: string, among: readonly Side[] = ['all', 'sent', 'received']): string {
  return `
    SELECT 'exchange' AS unit, side.direction, side.agency_id, part.grain, part.detail, indicator, part.starts_on,
           part.value, outcome, sum(amount) AS amount
      FROM ${deltas} AS delta
     CROSS JOIN LATERAL (VALUES ${among.map((side) => sides[side]).join(', ')}) AS side (direction, agency_id)
     CROSS JOIN LATERAL (VALUES
       ('day', 'none', issued_on, ''), ('month', 'none', ${month}, ''), ('month', 'type', ${month}, type_name),
       ('month', 'reason', ${month}, coalesce(paper_reason, ''))) AS part (grain, detail, starts_on, value)
     WHERE part.detail <> 'reason' OR outcome IN ('paper', 'electronic-with-paper')
     GROUP BY side.direction, side.agency_id, part.grain, part.detail, indicator, part.starts_on, part.value, outcome
    HAVING sum(amount) <> 0`;
}

/**
 * As what documents stand: on paper where no exchange is electronic, electronic where all are and none has paper, else
 * electronic with paper.
 *
 * @param among - An SQL condition on the columns of exchanges.
 */
export function documentsNow(among: string): string {
  return `
    SELECT origin_id, indicator, sender_id, issued_on,
           CASE WHEN bool_and(mode = 'paper') THEN 'paper'
                WHEN bool_and(mode = 'electronic') THEN 'electronic'
                ELSE 'electronic-with-paper' END AS mode
      FROM exchanges
     WHERE excluded_reason IS NULL AND indicator IS NOT NULL AND ${among}
     GROUP BY origin_id, indicator, sender_id, issued_on`;
}

/** What documents that were counted, or are no longer, add to the cells. */
export function documentCellsOf(changes: string): string {
  return `
    SELECT 'document' AS unit, side.direction, side.agency_id, part.grain, 'none' AS detail, indicator, part.starts_on,
           '' AS value, mode AS outcome, sum(amount) AS amount
      FROM ${changes} AS change
     CROSS JOIN LATERAL (VALUES ${sides.all}, ${sides.sent}) AS side (direction, agency_id)
     CROSS JOIN LATERAL (VALUES ('day', issued_on), ('month', ${month})) AS part (grain, starts_on)
     GROUP BY side.direction, side.agency_id, part.grain, indicator, part.starts_on, mode
    HAVING sum(amount) <> 0`;
}

export const cellColumns = 'unit, direction, agency_id, grain, detail, indicator, starts_on, value, outcome';

/** In the order of the key. */
export function addToCells(cells: string): string {
  return `
    INSERT INTO share_cells (${cellColumns}, amount)
    SELECT ${cellColumns}, amount FROM (${cells}) AS cell ORDER BY ${cellColumns}
        ON CONFLICT (${cellColumns}) DO UPDATE SET amount = share_cells.amount + excluded.amount`;
}
