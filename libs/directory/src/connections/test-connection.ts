import { Injectable } from '@nestjs/common';
import type { Actor, ConnectionTest } from '#contracts';
import { Clock, DomainError, newId } from '#kernel';
import { causeOfStatus, Database, GuardedPost, type PostOutcome, webhookHeaders } from '#platform';
import { ConnectionRows } from './connection-rows.js';

const longestDetail = 500;

/** Sends a signed message that carries no document, to see whether the other system takes our messages. */
@Injectable()
export class TestConnection {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rows: ConnectionRows,
    private readonly post: GuardedPost,
  ) {}

  /** @throws DomainError `permission.denied`, `not-found`, `connection.no-webhook`. */
  async execute(actor: Actor, agencyId: string): Promise<ConnectionTest> {
    const connection = await this.database.transaction(() => this.rows.hold(actor, agencyId));
    if (connection === undefined || connection.webhookUrl === null || connection.webhookSecret === null) {
      throw new DomainError('connection.no-webhook');
    }
    const at = this.clock.now();
    const body = JSON.stringify({ type: 'connection.tested', timestamp: at.toISOString(), data: {} });
    const headers = webhookHeaders({ id: newId(at.getTime()), at, body }, this.rows.secretsOf(connection));
    const outcome = await this.post.execute(connection.webhookUrl, headers, body);
    return answered(outcome);
  }
}

function answered(outcome: PostOutcome): ConnectionTest {
  switch (outcome.kind) {
    case 'unknown':
      return { reached: false, status: null, cause: 'unknown', detail: outcome.detail.slice(0, longestDetail) };
    case 'fault':
      return { reached: false, status: null, cause: outcome.fault, detail: outcome.detail.slice(0, longestDetail) };
    case 'answer': {
      const { status } = outcome;
      const reached = status >= 200 && status < 300;
      const detail = outcome.body.slice(0, longestDetail);
      return { reached, status, cause: reached ? null : causeOfStatus(status), detail };
    }
  }
}
