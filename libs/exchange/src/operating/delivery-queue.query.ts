import { Injectable } from '@nestjs/common';
import type { Actor, ChannelFigures, DeliveryQueueView, LineView, PauseView } from '#contracts';
import { Clock } from '#kernel';
import { Database } from '#platform';
import { checkOperatesAll } from './operating-policy.js';

const mostLines = 200;
const mostFailedJobs = 100;

/**
 * What is under way, by channel and recipient: each part reads a partial index, so that it costs what is under way and
 * not what was ever sent.
 */
const tally = `
  WITH tally AS (
    SELECT recipient_id, channel, sum(waiting) AS waiting, sum(under_way) AS under_way, sum(failed) AS failed,
           sum(handed_over) AS handed_over, min(oldest) AS oldest
      FROM (SELECT recipient_id, channel, count(*) AS waiting, 0 AS under_way, 0 AS failed, 0 AS handed_over,
                   min(state_at) AS oldest
              FROM deliveries WHERE transport_state = 'queued' GROUP BY recipient_id, channel
            UNION ALL
            SELECT recipient_id, channel, 0, count(*), 0, 0, NULL FROM deliveries
             WHERE transport_state IN ('queued', 'sending') AND channel IN ('webhook', 'email')
               AND transport_state = 'sending' GROUP BY recipient_id, channel
            UNION ALL
            SELECT recipient_id, channel, 0, 0, count(*), 0, NULL FROM deliveries
             WHERE transport_state = 'failed' GROUP BY recipient_id, channel
            UNION ALL
            SELECT recipient_id, channel, 0, 0, 0, count(*), NULL FROM deliveries
             WHERE transport_state = 'done' AND state = 'sent' GROUP BY recipient_id, channel) AS part
     GROUP BY recipient_id, channel)`;

const agency = `json_build_object('id', agency.id, 'code', agency.code, 'name', agency.name,
                                  'abbreviation', agency.abbreviation)`;

type Dated<View, Key extends keyof View> = Omit<View, Key> & { readonly [Name in Key]: Date | null };
type FailedJobRow = Dated<DeliveryQueueView['failedJobs'][number], 'failedAt'>;

/** What waits, runs and fails at this moment, for who keeps the system running. */
@Injectable()
export class DeliveryQueueQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `permission.denied`. */
  async view(actor: Actor): Promise<DeliveryQueueView> {
    checkOperatesAll(actor);
    return {
      at: this.clock.now().toISOString(),
      channels: await this.channels(),
      lines: await this.lines(),
      pauses: await this.pauses(),
      jobs: await this.jobs(),
      failedJobs: await this.failedJobs(),
    };
  }

  private async channels(): Promise<ChannelFigures[]> {
    const rows = await this.database.query<Dated<ChannelFigures, 'oldestAt'>>(
      `${tally}
       SELECT name AS channel, coalesce(sum(waiting), 0)::int AS waiting, coalesce(sum(under_way), 0)::int AS "underWay",
              coalesce(sum(failed), 0)::int AS failed, coalesce(sum(handed_over), 0)::int AS "handedOver",
              min(oldest) AS "oldestAt"
         FROM unnest('{local,webhook,email}'::text[]) WITH ORDINALITY AS known (name, position)
         LEFT JOIN tally ON tally.channel = name
        GROUP BY name, position ORDER BY position`,
    );
    return rows.map((row) => ({ ...row, oldestAt: iso(row.oldestAt) }));
  }

  private async lines(): Promise<LineView[]> {
    const rows = await this.database.query<Dated<LineView, 'oldestAt' | 'openedAt' | 'probeAt' | 'lastReachedAt'>>(
      `${tally}
       SELECT ${agency} AS agency, channel, coalesce(waiting, 0)::int AS waiting,
              coalesce(under_way, 0)::int AS "underWay", coalesce(failed, 0)::int AS failed, oldest AS "oldestAt",
              coalesce(line.failures, 0) AS "failuresInARow", line.opened_at AS "openedAt", line.probe_at AS "probeAt",
              line.last_reached_at AS "lastReachedAt"
         FROM tally
         FULL JOIN (SELECT agency_id AS recipient_id, * FROM recipient_lines) AS line USING (recipient_id, channel)
         JOIN agencies AS agency ON agency.id = recipient_id
        WHERE line.opened_at IS NOT NULL OR waiting > 0 OR under_way > 0 OR failed > 0
        ORDER BY line.opened_at IS NULL, waiting DESC NULLS LAST, failed DESC NULLS LAST, agency.code LIMIT $1`,
      [mostLines],
    );
    return rows.map((row) => ({
      ...row,
      oldestAt: iso(row.oldestAt),
      openedAt: iso(row.openedAt),
      probeAt: iso(row.probeAt),
      lastReachedAt: iso(row.lastReachedAt),
    }));
  }

  private async pauses(): Promise<PauseView[]> {
    const rows = await this.database.query<Omit<PauseView, 'pausedAt'> & { readonly pausedAt: Date }>(
      `${tally}
       SELECT pause.id, pause.channel, CASE WHEN agency.id IS NOT NULL THEN ${agency} END AS agency, pause.reason,
              person.full_name AS "pausedBy", pause.paused_at AS "pausedAt",
              (SELECT coalesce(sum(waiting), 0)::int FROM tally
                WHERE (pause.channel IS NULL OR pause.channel = tally.channel)
                  AND (pause.agency_id IS NULL OR pause.agency_id = tally.recipient_id)) AS waiting
         FROM delivery_pauses AS pause
         JOIN posts AS post ON post.id = pause.paused_by_post_id
         JOIN people AS person ON person.id = post.person_id
         LEFT JOIN agencies AS agency ON agency.id = pause.agency_id
        ORDER BY pause.paused_at DESC, pause.id`,
    );
    return rows.map((row) => ({ ...row, pausedAt: row.pausedAt.toISOString() }));
  }

  private async jobs(): Promise<DeliveryQueueView['jobs']> {
    const rows = await this.database.query<Dated<DeliveryQueueView['jobs'][number], 'oldestAt'>>(
      `SELECT job, count(*) FILTER (WHERE failed_at IS NULL)::int AS waiting,
              count(*) FILTER (WHERE failed_at IS NOT NULL)::int AS failed,
              min(created_at) FILTER (WHERE failed_at IS NULL) AS "oldestAt"
         FROM outbox_messages GROUP BY job ORDER BY job`,
    );
    return rows.map((row) => ({ ...row, oldestAt: iso(row.oldestAt) }));
  }

  /** Payloads hold ids and nothing that is secret. */
  private async failedJobs(): Promise<DeliveryQueueView['failedJobs']> {
    const rows = await this.database.query<FailedJobRow>(
      `SELECT id, job, payload::text AS payload, coalesce(failure, '') AS failure, failed_at AS "failedAt"
         FROM outbox_messages WHERE failed_at IS NOT NULL ORDER BY failed_at DESC, id LIMIT $1`,
      [mostFailedJobs],
    );
    return rows.map((row) => ({ ...row, failedAt: iso(row.failedAt) ?? '' }));
  }
}

function iso(moment: Date | null): string | null {
  return moment?.toISOString() ?? null;
}
