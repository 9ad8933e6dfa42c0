import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import { Clock } from '#kernel';
import { Database } from '#platform';
import { Notify } from '../notify.js';
import { longestFailingDays } from './webhook-timing.js';

interface Failing {
  readonly agencyId: string;
  readonly name: string;
}

/** Pauses a webhook that is gone for good or has failed for days, and tells those who set it up. */
@Injectable()
export class PausedWebhook {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly notify: Notify,
    private readonly audit: Audit,
  ) {}

  /** After a try that failed, in its transaction. */
  async lookAt(webhookId: string, isGone: boolean): Promise<void> {
    const state = isGone ? 'gone' : 'failing';
    const [webhook] = await this.database.query<Failing>(
      `UPDATE webhooks SET state = $2
        WHERE id = $1 AND state = 'active' AND ($3 OR failing_since < $4::timestamptz - $5 * interval '1 day')
       RETURNING agency_id AS "agencyId", name`,
      [webhookId, state, isGone, this.clock.now(), longestFailingDays],
    );
    if (webhook === undefined) {
      return;
    }
    await this.audit.record(null, {
      action: 'webhook.paused',
      objectType: 'webhook',
      objectId: webhookId,
      agencyId: webhook.agencyId,
      note: webhook.name,
      before: { state: 'active' },
      after: { state },
    });
    await this.notify.execute('webhook-paused', {
      sql: `SELECT post.id AS post_id, 'webhook' AS object_type, webhook.id AS object_id, 'normal' AS urgency,
                   NULL::text AS symbol, webhook.name AS subject, NULL::text AS who, NULL::uuid AS caused_by
              FROM webhooks AS webhook
              JOIN posts AS post ON post.agency_id = webhook.agency_id AND post.role = 'agency-administrator'
             WHERE webhook.id = $1`,
      values: [webhookId],
    });
  }
}
