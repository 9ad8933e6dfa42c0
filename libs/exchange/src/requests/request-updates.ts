import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { Database } from '#platform';
import type { Sending } from '../write-dispatch.js';

/**
 * When what corrects or replaces an earlier document is sent: asks those who hold that one to take the new one for it.
 * To everybody else it is a new document. Only a document of the same sender, or of one whose place it took, is held to
 * be the earlier one.
 */
@Injectable()
export class RequestUpdates {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Joins the transaction of the sending. Inside this system the request is made when the new document arrives; elsewhere
   * the message carries it.
   */
  async execute({ dispatchId, document, byPostId }: Sending & { readonly dispatchId: string }): Promise<void> {
    await this.database.query(
      `INSERT INTO sender_requests (id, delivery_id, by_delivery_id, kind, state, reason, digest, asked_by_post_id, asked_at)
       SELECT uuidv7(), earlier.id, later.id, CASE relation.kind WHEN 'replaces' THEN 'replace' ELSE 'update' END,
              CASE later.channel WHEN 'local' THEN 'sent' ELSE 'asked' END, '', original.digest, $4, $5
         FROM document_relations AS relation
         JOIN documents AS original ON original.id = relation.target_id
         JOIN deliveries AS earlier ON earlier.document_id = original.id AND earlier.recipient_id IS NOT NULL
         JOIN deliveries AS later ON later.dispatch_id = $1 AND later.channel = earlier.channel
                                 AND lead_successor(later.recipient_id) = lead_successor(earlier.recipient_id)
        WHERE relation.document_id = $2 AND relation.target_type = 'document'
          AND relation.kind IN ('corrects', 'amends', 'replaces')
          AND lead_successor(original.agency_id) = lead_successor($3)
          AND earlier.channel <> 'paper' AND earlier.transport_state <> 'cancelled'
          AND earlier.state NOT IN ('refused', 'replaced', 'recalled', 'recalled-after-registration')
        ORDER BY earlier.id`,
      [dispatchId, document.id, document.agencyId, byPostId, this.clock.now()],
    );
  }
}
