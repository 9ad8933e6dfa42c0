import { Injectable } from '@nestjs/common';
import { type ChannelName, maxResolvedRecipients } from '#contracts';
import { reasonNotOnSystem } from '#directory';
import { addressedRecipients, type DocumentRow, ResolveGroups } from '#documents';
import { Clock, dayOf, DomainError, newId } from '#kernel';
import { Database } from '#platform';

export interface WrittenDelivery {
  readonly id: string;
  readonly channel: ChannelName;
}

interface Written {
  readonly dispatchId: string;
  readonly deliveries: readonly WrittenDelivery[];
}

/** One sending of a document: who gives it, and which one it is. */
export interface Sending {
  readonly document: DocumentRow;
  /** Whose clerk sends it, or set the time at which it is sent. */
  readonly byPostId: string;
  /** The agency that is left out of its own groups. */
  readonly senderId: string;
  /** 1 for the first; further copies count on. */
  readonly number: number;
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
  async execute(sending: Sending): Promise<Written> {
    const { document, senderId, number } = sending;
    const dispatchId = await this.insertDispatch(sending);
    await this.resolveGroups.execute(document.id, senderId, number);
    const toAgencies = await this.insertDeliveries(dispatchId, sending);
    await this.checkAll(sending, toAgencies.length);
    const outside = await this.insertOutside(dispatchId, sending);
    const deliveries = [...toAgencies, ...outside];
    await this.insertFirstEvents(deliveries);
    return { dispatchId, deliveries };
  }

  /** An agency that was closed since the draft, and that nobody succeeded, has nobody to open the document. */
  private async checkAll({ document, number }: Sending, open: number): Promise<void> {
    const [addressed] = await this.database.query<{ count: number }>(
      `SELECT count(*) AS count FROM (${addressedRecipients('$1', '$2')}) AS addressed`,
      [document.id, number],
    );
    if (addressed?.count !== open) {
      throw new DomainError('document.unknown-recipient');
    }
    if (open > maxResolvedRecipients) {
      throw new DomainError('document.too-many-recipients', { count: open, max: maxResolvedRecipients });
    }
  }

  private async insertDispatch({ document, byPostId, number }: Sending): Promise<string> {
    if (document.digest === null) {
      throw new DomainError('document.wrong-state', { state: document.state });
    }
    const now = this.clock.now();
    const id = newId(now.getTime());
    await this.database.query(
      `INSERT INTO dispatches (id, document_id, agency_id, digest, sent_by_post_id, sent_at, sending)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [id, document.id, document.agencyId, document.digest, byPostId, now, number],
    );
    return id;
  }

  /** Where nobody works with the system and no connection leads, paper goes, whatever was chosen for the group that stands for it. */
  private async insertDeliveries(dispatchId: string, { document, number }: Sending): Promise<WrittenDelivery[]> {
    const now = this.clock.now();
    return this.database.query<WrittenDelivery>(
      `INSERT INTO deliveries (id, dispatch_id, document_id, recipient_id, recipient_code, recipient_name, mode,
                               channel, transport_state, state, state_at, paper_reason,
                               paper_reason_code)
       SELECT uuidv7(), $1, $2, agency.id, agency.code, agency.name, way.mode,
              CASE way.mode WHEN 'paper' THEN 'paper' ELSE way.channel END,
              CASE way.mode WHEN 'paper' THEN 'done' ELSE 'queued' END,
              CASE way.mode WHEN 'paper' THEN 'on-paper' ELSE 'queued' END, $3,
              CASE WHEN way.mode <> 'electronic' THEN ${reasonInWords('reason', 'addressed.paper_note')} END,
              CASE WHEN way.mode <> 'electronic' THEN reason.code END
         FROM (${addressedRecipients('$2', '$5')}) AS addressed
         JOIN agencies AS agency ON agency.id = addressed.agency_id
         JOIN agencies AS standing ON standing.id = lead_successor(agency.id)
        CROSS JOIN LATERAL (
          SELECT channel, CASE channel WHEN 'paper' THEN 'paper' ELSE addressed.channel END AS mode
            FROM way_to_agency(standing.id, standing.level) AS channel) AS way
         LEFT JOIN paper_reasons AS reason
           ON reason.code = CASE WHEN way.mode = addressed.channel THEN addressed.paper_reason ELSE $6 END
        WHERE standing.valid_from <= $4 AND (standing.valid_to IS NULL OR standing.valid_to >= $4)
        ORDER BY addressed.rank, addressed.position, agency.code
       RETURNING id, channel`,
      [dispatchId, document.id, now, dayOf(now), number, reasonNotOnSystem],
    );
  }

  private async insertOutside(dispatchId: string, { document, number }: Sending): Promise<WrittenDelivery[]> {
    return this.database.query<WrittenDelivery>(
      `INSERT INTO deliveries (id, dispatch_id, document_id, recipient_id, recipient_code, recipient_name,
                               recipient_address, mode, channel, transport_state, state, state_at, paper_reason,
                               paper_reason_code)
       SELECT uuidv7(), $1, $2, NULL, '', addressed.name, addressed.address, 'paper', 'paper', 'done', 'on-paper', $4,
              ${reasonInWords('reason', 'addressed.paper_note')}, reason.code
         FROM document_external_recipients AS addressed
         LEFT JOIN paper_reasons AS reason ON reason.code = addressed.paper_reason
        WHERE addressed.document_id = $2 AND addressed.sending = $3
        ORDER BY addressed.position
       RETURNING id, channel`,
      [dispatchId, document.id, number, this.clock.now()],
    );
  }

  private async insertFirstEvents(deliveries: readonly WrittenDelivery[]): Promise<void> {
    await this.database.query(
      `INSERT INTO tracking_events (id, delivery_id, code, occurred_at, recorded_at)
       SELECT uuidv7(), delivery_id, 'sent', $2, $2 FROM unnest($1::uuid[]) AS delivery_id`,
      [deliveries.map(({ id }) => id), this.clock.now()],
    );
  }
}

function reasonInWords(reason: string, note: string): string {
  return `concat_ws(': ', nullif(${reason}.name, ''), nullif(${note}, ''))`;
}
