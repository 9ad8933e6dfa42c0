import { Injectable } from '@nestjs/common';
import type { Actor, AlertView } from '#contracts';
import { Database } from '#platform';
import { checkOperatesAll } from '../operating/operating-policy.js';

const mostOpen = 200;
const mostEnded = 20;

type Row = Omit<AlertView, 'since' | 'toldAt' | 'endedAt'> & {
  readonly since: Date;
  readonly toldAt: Date | null;
  readonly endedAt: Date | null;
};

const columns = `
  alert.id, alert.kind, alert.channel, alert.deliveries, alert.since, alert.told_at AS "toldAt",
  alert.ended_at AS "endedAt",
  CASE WHEN agency.id IS NOT NULL THEN json_build_object('id', agency.id, 'code', agency.code, 'name', agency.name,
    'abbreviation', agency.abbreviation) END AS agency`;

@Injectable()
export class AlertsQuery {
  constructor(private readonly database: Database) {}

  /** Open ones, and the latest that ended. @throws DomainError `permission.denied`. */
  async list(actor: Actor): Promise<AlertView[]> {
    checkOperatesAll(actor);
    const rows = await this.database.query<Row>(
      `SELECT ${columns}
         FROM ((SELECT * FROM alerts WHERE ended_at IS NULL ORDER BY since LIMIT $1)
               UNION ALL (SELECT * FROM alerts WHERE ended_at IS NOT NULL ORDER BY ended_at DESC LIMIT $2)) AS alert
         LEFT JOIN agencies AS agency ON agency.id = alert.agency_id
        ORDER BY alert.ended_at DESC NULLS FIRST, alert.since, alert.id`,
      [mostOpen, mostEnded],
    );
    return rows.map(present);
  }

  /** For a message about them. */
  async of(ids: readonly string[]): Promise<AlertView[]> {
    const rows = await this.database.query<Row>(
      `SELECT ${columns} FROM alerts AS alert LEFT JOIN agencies AS agency ON agency.id = alert.agency_id
        WHERE alert.id = ANY ($1::uuid[]) ORDER BY alert.since, alert.id`,
      [ids],
    );
    return rows.map(present);
  }
}

function present(row: Row): AlertView {
  return {
    ...row,
    since: row.since.toISOString(),
    toldAt: row.toldAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
  };
}
