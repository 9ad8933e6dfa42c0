import { Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';

/** What a process looks at again and again: never twice at once, and a fault waits for the next time. */
export abstract class Recurring implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(this.constructor.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> | undefined;

  /** What will be looked at again after a fault, for the log: `deliveries`. */
  protected abstract readonly subject: string;
  protected abstract readonly everyMs: number;

  protected abstract work(): Promise<unknown>;

  /** Looks at once, at what came while no process ran, and then again and again. */
  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.look(), this.everyMs);
    this.look();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private look(): void {
    this.running ??= this.work()
      .catch((error: unknown) => this.logger.warn(`${this.subject} will be looked at again: ${String(error)}`))
      .finally(() => {
        this.running = undefined;
      });
  }
}
