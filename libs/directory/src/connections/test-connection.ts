import { Injectable } from '@nestjs/common';
import type { Actor, ConnectionTest } from '#contracts';
import { Clock, DomainError, newId } from '#kernel';
import { Database, GuardedPost, judgePost, webhookHeaders } from '#platform';
import { ConnectionRows } from './connection-rows.js';

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
    return judgePost(await this.post.execute(connection.webhookUrl, headers, body));
  }
}
