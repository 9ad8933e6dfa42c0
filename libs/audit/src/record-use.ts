import { Injectable } from '@nestjs/common';
import type { Actor } from '#contracts';
import { Clock } from '#kernel';
import { Database } from '#platform';
import { Audit } from './audit.js';

export type Use = 'read' | 'printed';

/**
 * How long one entry stands for the same person’s repeated use of the same thing, in minutes [own]: a page is asked for
 * again whenever somebody else moves the document, and a trail full of that would hide who read it.
 */
const standsFor: Readonly<Record<Use, number>> = { read: 10, printed: 1 };

/** Puts on record that somebody read or printed a thing (Decree 30/2020, Annex VI, III.5a). */
@Injectable()
export class RecordUse {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  async execute(actor: Actor, use: Use, objectType: 'document' | 'arrival', objectId: string): Promise<void> {
    const action = `${objectType}.${use}`;
    const since = new Date(this.clock.now().getTime() - standsFor[use] * 60_000);
    const recent = await this.database.query(
      `SELECT 1 FROM audit_entries WHERE object_type = $1 AND object_id = $2 AND at > $3 AND action = $4
          AND person_id = $5 AND post_id = $6 LIMIT 1`,
      [objectType, objectId, since, action, actor.personId, actor.postId],
    );
    if (recent.length === 0) {
      await this.audit.record(actor, { action, objectType, objectId });
    }
  }
}
