import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '#contracts';
import { Audit } from './audit.js';
import { RefusalCounter } from './refusal-counter.js';

export interface Refusal {
  readonly method: string;
  /** The address as a template: `/documents/:id`. */
  readonly route: string;
  readonly objectType: string;
  readonly objectId: string;
  /** The code of the error that was answered. */
  readonly code: string;
}

const minute = 60_000;

/** Puts on record what somebody was refused, outside the transaction that failed, and bounded for each person. */
@Injectable()
export class RecordRefusal implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(RecordRefusal.name);
  private readonly counter = new RefusalCounter<Actor>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly audit: Audit) {}

  onModuleInit(): void {
    this.timer = setInterval(() => void this.tellSurplus(), minute);
    this.timer.unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.tellSurplus();
  }

  async execute(actor: Actor, { method, route, objectType, objectId, code }: Refusal): Promise<void> {
    if (this.counter.add(`${actor.personId} ${actor.postId}`, actor)) {
      await this.record(actor, { objectType, objectId, data: { method, route, code } });
    }
  }

  private async tellSurplus(): Promise<void> {
    for (const { who, count } of this.counter.takeSurplus()) {
      await this.record(who, { objectType: 'access', objectId: 'many', data: { count } });
    }
  }

  /** The refusal itself was answered already: that it could not be recorded is for the operator to hear. */
  private async record(
    actor: Actor,
    what: { objectType: string; objectId: string; data: Record<string, string | number> },
  ): Promise<void> {
    try {
      await this.audit.record(actor, { action: 'access.refused', ...what });
    } catch (error) {
      this.logger.error(`a refusal could not be put on record: ${String(error)}`);
    }
  }
}
