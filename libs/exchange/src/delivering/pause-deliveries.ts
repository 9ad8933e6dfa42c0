import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import { type Actor, type ChannelName, isPermitted } from '#contracts';
import { Clock, DomainError, newId } from '#kernel';
import { Database } from '#platform';
import { PromiseDeliveries } from './promise-deliveries.js';

/** What is held back: a channel, an agency, or a channel to an agency. */
interface PauseCommand {
  readonly channel: ChannelName | null;
  readonly agencyId: string | null;
  readonly reason: string;
}

interface Pause extends PauseCommand {
  readonly id: string;
}

/** An administrator holds deliveries back; nothing is lost, it waits. What is under way at the moment ends. */
@Injectable()
export class PauseDeliveries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Gives the id of the pause. @throws DomainError `permission.denied`, `not-found`, `delivery.already-paused`. */
  async execute(actor: Actor, { channel, agencyId, reason }: PauseCommand): Promise<string> {
    check(actor);
    return this.database.transaction(async () => {
      const now = this.clock.now();
      const id = newId(now.getTime());
      const [agency] = await this.database.query('SELECT 1 FROM agencies WHERE id = $1', [agencyId]);
      if (agencyId !== null && agency === undefined) {
        throw new DomainError('not-found');
      }
      const { affected } = await this.database.execute(
        `INSERT INTO delivery_pauses (id, channel, agency_id, reason, paused_by_post_id, paused_at)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
        [id, channel, agencyId, reason, actor.postId, now],
      );
      if (affected === 0) {
        throw new DomainError('delivery.already-paused');
      }
      await this.audit.record(actor, {
        action: 'deliveries.paused',
        objectType: 'delivery-pause',
        objectId: id,
        note: reason,
        after: { channel, agencyId, reason },
      });
      return id;
    });
  }
}

/** What was held back goes on, the most urgent first. */
@Injectable()
export class ResumeDeliveries {
  constructor(
    private readonly database: Database,
    private readonly promises: PromiseDeliveries,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `permission.denied`, `not-found`. */
  async execute(actor: Actor, pauseId: string): Promise<void> {
    check(actor);
    await this.database.transaction(async () => {
      const [pause] = await this.database.query<Pause>(
        'DELETE FROM delivery_pauses WHERE id = $1 RETURNING id, channel, agency_id AS "agencyId", reason',
        [pauseId],
      );
      if (pause === undefined) {
        throw new DomainError('not-found');
      }
      await this.promises.allHeldBackBy(pause);
      await this.audit.record(actor, {
        action: 'deliveries.resumed',
        objectType: 'delivery-pause',
        objectId: pauseId,
        before: { channel: pause.channel, agencyId: pause.agencyId, reason: pause.reason },
        after: {},
      });
    });
  }
}

function check(actor: Actor): void {
  if (!isPermitted(actor, 'delivery:operate-all')) {
    throw new DomainError('permission.denied');
  }
}
