import { Injectable } from '@nestjs/common';
import type { DeliveryCause, TransportState } from '#contracts';
import { Clock } from '#kernel';
import { Database } from '#platform';
import type { TryOutcome } from '../channel.js';
import type { Claimed } from './claim-delivery.js';
import { deathsUntilFailed, pauseAfter, triesAtOnce } from './delivery-timing.js';
import { FailDeliveries, type Failure } from './fail-deliveries.js';
import { MarkDelivered } from './mark-delivered.js';
import { PromiseDeliveries } from './promise-deliveries.js';
import { RecipientLines } from './recipient-lines.js';

/** The worker of a try was gone before it could say what became of it. */
export interface Died {
  readonly kind: 'died';
}

interface Tried {
  readonly transportState: TransportState;
  readonly tries: number;
  readonly giveUpAt: Date;
  readonly deaths: number;
}

/** Refusals that only somebody who was reached can give. */
const answers: ReadonlySet<DeliveryCause> = new Set(['rejected', 'credentials', 'digest-conflict', 'mailbox-refused']);

/** The recipient’s side was there, whatever it said. */
function isAnswer(outcome: TryOutcome | Died): boolean {
  return outcome.kind === 'delivered' || (outcome.kind === 'permanent' && answers.has(outcome.cause));
}

const diedAs: Failure = { cause: 'worker-died', detail: 'the worker was gone before it could say what became of it' };

/**
 * Ends one try: what became of it is kept with the try, and the delivery goes on from there. A try that was given up
 * for dead and comes back counts when it says delivered, since then the recipient has the document; its failure changes
 * nothing any more.
 */
@Injectable()
export class SettleTry {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly lines: RecipientLines,
    private readonly promises: PromiseDeliveries,
    private readonly failures: FailDeliveries,
    private readonly delivered: MarkDelivered,
  ) {}

  async execute(claimed: Claimed, outcome: TryOutcome | Died): Promise<void> {
    await this.database.transaction(async () => {
      const tried = await this.hold(claimed);
      await this.keep(claimed, outcome);
      const isCurrent = tried.transportState === 'sending' && tried.tries === claimed.delivery.number;
      if (outcome.kind === 'delivered') {
        await this.delivered.execute(claimed.delivery.id, outcome.arrived);
      } else if (isCurrent) {
        await this.goOn(claimed, tried, outcome);
      }
      const wasOpen = isAnswer(outcome) && (await this.lines.reached(claimed.line));
      await this.promises.callNext(claimed.line, wasOpen ? triesAtOnce : 1);
    });
  }

  private async goOn(
    { delivery, line }: Claimed,
    tried: Tried,
    outcome: Exclude<TryOutcome, { kind: 'delivered' }> | Died,
  ): Promise<void> {
    if (outcome.kind === 'permanent') {
      await this.failures.execute([delivery.id], outcome);
      return;
    }
    const failure = outcome.kind === 'died' ? diedAs : outcome;
    // A worker that died says nothing of the recipient.
    const probeAt = outcome.kind === 'died' ? null : await this.lines.failed(line);
    const asked = outcome.kind === 'retryable' ? outcome.retryAfter : undefined;
    const own = this.clock.now().getTime() + pauseAfter(delivery.number, asked);
    const next = new Date(Math.max(own, probeAt?.getTime() ?? 0));
    if (next > tried.giveUpAt || (outcome.kind === 'died' && tried.deaths + 1 >= deathsUntilFailed)) {
      await this.failures.execute([delivery.id], failure);
      return;
    }
    await this.database.query(
      `UPDATE deliveries SET transport_state = 'queued', next_try_at = $2, lease_until = NULL, cause = $3, failure = $4
        WHERE id = $1`,
      [delivery.id, next, failure.cause, failure.detail],
    );
    await this.promises.execute([delivery.id], next);
  }

  private async hold({ delivery }: Claimed): Promise<Tried> {
    // Held first: a try that is given up for dead while this waits is counted.
    await this.database.query('SELECT FROM deliveries WHERE id = $1 FOR UPDATE', [delivery.id]);
    const [tried] = await this.database.query<Tried>(
      `SELECT delivery.transport_state AS "transportState", delivery.tries, delivery.give_up_at AS "giveUpAt",
              (SELECT count(*) FROM delivery_tries WHERE delivery_id = delivery.id AND outcome = 'died') AS deaths
         FROM deliveries AS delivery WHERE delivery.id = $1`,
      [delivery.id],
    );
    if (tried === undefined) {
      throw new Error(`there is no delivery ${delivery.id}`);
    }
    return tried;
  }

  /** A try that had been given up for dead says in the end what became of it. */
  private async keep({ delivery }: Claimed, outcome: TryOutcome | Died): Promise<void> {
    const { cause, detail } = reasonOf(outcome);
    await this.database.query(
      `UPDATE delivery_tries SET ended_at = $3, outcome = $4, cause = $5, detail = $6
        WHERE delivery_id = $1 AND number = $2 AND (outcome IS NULL OR outcome = 'died')`,
      [delivery.id, delivery.number, this.clock.now(), outcome.kind, cause, detail],
    );
  }
}

function reasonOf(outcome: TryOutcome | Died): { cause: DeliveryCause | null; detail: string | null } {
  switch (outcome.kind) {
    case 'delivered':
      return { cause: null, detail: outcome.detail ?? null };
    case 'died':
      return diedAs;
    case 'retryable':
    case 'permanent':
    case 'unknown':
      return outcome;
  }
}
