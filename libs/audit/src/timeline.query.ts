import { Injectable } from '@nestjs/common';
import type { TimelineEntry } from '#contracts';
import { Database } from '#platform';

interface Row {
  readonly at: Date;
  readonly action: string;
  readonly name: string | null;
  readonly position: string | null;
  readonly note: string | null;
  readonly onBehalfOf: { readonly fullName: string; readonly position: string } | null;
}

/** What happened to one thing, oldest first: opinions, hand-overs and states, without the reads. */
@Injectable()
export class TimelineQuery {
  constructor(private readonly database: Database) {}

  async of(objectType: string, objectId: string): Promise<TimelineEntry[]> {
    const rows = await this.database.query<Row>(
      `SELECT at, action, actor_name AS name, actor_position AS position, note,
              data->'onBehalfOf' AS "onBehalfOf" FROM audit_entries
        WHERE object_type = $1 AND object_id = $2 AND action !~ '\\.(file-opened|read|printed|exported)$' AND action <> 'access.refused' ORDER BY at, id LIMIT 500`,
      [objectType, objectId],
    );
    return rows.map((row) => ({
      at: row.at.toISOString(),
      event: row.action,
      actor: row.name === null ? null : { fullName: row.name, position: row.position ?? '' },
      onBehalfOf:
        row.onBehalfOf === null ? null : { fullName: row.onBehalfOf.fullName, position: row.onBehalfOf.position },
      note: row.note,
    }));
  }
}
