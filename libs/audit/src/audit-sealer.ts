import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { SealAudit } from './seal-audit.js';

/** Entries stand unsealed for about this long, in milliseconds. */
const sealEvery = 2_000;

/** Seals the trail every few seconds in the worker. */
@Injectable()
export class AuditSealer implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(AuditSealer.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private stopping = false;

  constructor(private readonly sealAudit: SealAudit) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running ??= this.drain().finally(() => {
        this.running = undefined;
      });
    }, sealEvery);
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    this.stopping = true;
    await this.running;
  }

  private async drain(): Promise<void> {
    try {
      // Until nothing is left; at a stop only the batch that runs is finished, the next start seals the rest.
      let sealed: number;
      do {
        sealed = await this.sealAudit.execute();
      } while (sealed > 0 && !this.stopping);
    } catch (error) {
      this.logger.warn(`sealing the trail will be tried again: ${String(error)}`);
    }
  }
}
