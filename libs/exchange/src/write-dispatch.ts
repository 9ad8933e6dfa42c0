import { Injectable } from '@nestjs/common';
import { type Actor, maxResolvedRecipients } from '#contracts';
import { addressedRecipients, type DocumentRow, ResolveGroups } from '#documents';
import { Clock, dayOf, DomainError, newId } from '#kernel';
import { Database } from '#platform';

interface Written {
  readonly dispatchId: string;
  readonly deliveries: readonly { readonly id: string; readonly channel: string }[];
}

/** Writes a dispatch down with one delivery a recipient, groups resolved, and the first tracking event of each. */
@Injectable()
export class WriteDispatch {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly resolveGroups: ResolveGroups,
  ) {}

  /**
   * @throws DomainError `document.wrong-state`, `document.unknown-recipient`, `document.group-deleted`,
   * `document.group-empty`, `document.too-many-recipients`.
   */
  async execute(actor: Actor, document: DocumentRow): Promise<Written> {
    const dispatchId = await this.insertDispatch(actor, document);
    await this.resolveGroups.execute(document.id, actor.agencyId);
    const deliveries = await this.insertDeliveries(dispatchId, document.id);
    await this.checkAll(document.id, deliveries.length);
    return { dispatchId, deliveries };
  }

  /** An agency that was closed since the draft, and that nobody succeeded, has nobody to open the document. */
  private async checkAll(documentId: string, open: number): Promise<void> {
    const [addressed] = await this.database.query<{ count: number }>(
      `SELECT count(*) AS count FROM (${addressedRecipients('$1')}) AS addressed`,
      [documentId],
    );
    if (addressed?.count !== open) {
      throw new DomainError('document.unknown-recipient');
    }
    if (open > maxResolvedRecipients) {
      throw new DomainError('document.too-many-recipients', { count: open, max: maxResolvedRecipients });
    }
  }

  private async insertDispatch(actor: Actor, document: DocumentRow): Promise<string> {
    if (document.digest === null) {
      throw new DomainError('document.wrong-state', { state: document.state });
    }
    const now = this.clock.now();
    const id = newId(now.getTime());
    await this.database.query(
      `INSERT INTO dispatches (id, document_id, agency_id, kind, digest, sent_by_post_id, sent_at)
       VALUES ($1, $2, $3, 'new', $4, $5, $6)`,
      [id, document.id, document.agencyId, document.digest, actor.postId, now],
    );
    return id;
  }

  private async insertDeliveries(dispatchId: string, documentId: string): Promise<Written['deliveries']> {
    const now = this.clock.now();
    const rows = await this.database.query<{ id: string; channel: string }>(
      `INSERT INTO deliveries (id, dispatch_id, document_id, recipient_id, recipient_code, recipient_name, mode,
                               channel, transport_state, state, state_at)
       SELECT uuidv7(), $1, $2, agency.id, agency.code, agency.name, addressed.channel,
              CASE addressed.channel WHEN 'paper' THEN 'paper' ELSE 'local' END,
              CASE addressed.channel WHEN 'paper' THEN 'done' ELSE 'queued' END,
              CASE addressed.channel WHEN 'paper' THEN 'on-paper' ELSE 'queued' END, $3
         FROM (${addressedRecipients('$2')}) AS addressed
         JOIN agencies AS agency ON agency.id = addressed.agency_id
         JOIN agencies AS standing ON standing.id = lead_successor(agency.id)
        WHERE standing.valid_from <= $4 AND (standing.valid_to IS NULL OR standing.valid_to >= $4)
        ORDER BY addressed.rank, addressed.position, agency.code
       RETURNING id, channel`,
      [dispatchId, documentId, now, dayOf(now)],
    );
    await this.database.query(
      `INSERT INTO tracking_events (id, delivery_id, code, occurred_at, recorded_at)
       SELECT uuidv7(), delivery_id, 'sent', $2, $2 FROM unnest($1::uuid[]) AS delivery_id`,
      [rows.map(({ id }) => id), now],
    );
    return rows;
  }
}
