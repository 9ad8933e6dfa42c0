import { Injectable } from '@nestjs/common';
import { Database, LiveChannel } from '#platform';

interface Which {
  readonly personId: string;
  /** Only this one. */
  readonly only?: string;
  /** All but this one. */
  readonly except?: string;
}

/** Ends sessions of a person on the server; their event streams end with them. */
@Injectable()
export class EndSessions {
  constructor(
    private readonly database: Database,
    private readonly live: LiveChannel,
  ) {}

  /** Gives how many there were. */
  async execute({ personId, only, except }: Which): Promise<number> {
    const ended = await this.database.query<{ id: string }>(
      `WITH ended AS (
         DELETE FROM sessions WHERE person_id = $1 AND ($2::uuid IS NULL OR id = $2) AND ($3::uuid IS NULL OR id <> $3)
         RETURNING id)
       SELECT id FROM ended`,
      [personId, only ?? null, except ?? null],
    );
    await this.live.endSessions(ended.map(({ id }) => id));
    return ended.length;
  }
}
