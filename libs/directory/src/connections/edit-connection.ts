import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor, WriteConnection } from '#contracts';
import { Clock, DomainError } from '#kernel';
import { Database, LiveChannel, makeWebhookSecret } from '#platform';
import type { AgencyConnection } from './agency-connection.entity.js';
import { ConnectionRows } from './connection-rows.js';

interface EditCommand {
  readonly agencyId: string;
  /** The version that the edit was made on; 0 when there is none yet. */
  readonly version: number;
  readonly connection: WriteConnection;
}

/** An administrator says how the agency is reached. What is on its way already goes as it was sent. */
@Injectable()
export class EditConnection {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rows: ConnectionRows,
    private readonly audit: Audit,
    private readonly live: LiveChannel,
  ) {}

  /**
   * Gives the secret, when the connection needed its first one.
   *
   * @throws DomainError `permission.denied`, `not-found`, `connection.incomplete`, `connection.stale`.
   */
  async execute(actor: Actor, { agencyId, version, connection }: EditCommand): Promise<string | null> {
    return this.database.transaction(async () => {
      const before = await this.rows.hold(actor, agencyId);
      if ((before?.version ?? 0) !== version) {
        throw new DomainError('connection.stale');
      }
      if (!isComplete(connection)) {
        throw new DomainError('connection.incomplete');
      }
      const newSecret =
        connection.channel === 'webhook' && (before?.webhookSecret ?? null) === null ? makeWebhookSecret() : null;
      await this.write(
        agencyId,
        connection,
        newSecret === null ? (before?.webhookSecret ?? null) : this.rows.seal(agencyId, newSecret),
      );
      await this.audit.record(actor, {
        action: 'agency.connection-edited',
        objectType: 'agency',
        objectId: agencyId,
        note: connection.channel,
        before: factsOf(before),
        after: factsOf(connection),
      });
      await this.live.publishToAll('agencies');
      return newSecret;
    });
  }

  private async write(agencyId: string, connection: WriteConnection, sealedSecret: string | null): Promise<void> {
    const { channel, webhookUrl, mailbox, showsOpening } = connection;
    await this.database.query(
      `INSERT INTO agency_connections AS known (agency_id, channel, webhook_url, webhook_secret, mailbox, shows_opening,
                                                changed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (agency_id) DO UPDATE
          SET channel = $2, webhook_url = $3, webhook_secret = $4, mailbox = $5,
              shows_opening = $6, changed_at = $7, version = known.version + 1`,
      [agencyId, channel, webhookUrl, sealedSecret, mailbox, showsOpening, this.clock.now()],
    );
  }
}

function isComplete({ channel, webhookUrl, mailbox }: WriteConnection): boolean {
  return (channel !== 'webhook' || webhookUrl !== null) && (channel !== 'email' || mailbox !== null);
}

function factsOf(connection: WriteConnection | AgencyConnection | undefined): Record<string, string | boolean | null> {
  const { channel, webhookUrl, mailbox, showsOpening } = connection ?? {
    channel: 'local',
    webhookUrl: null,
    mailbox: null,
    showsOpening: false,
  };
  return { channel, webhookUrl, mailbox, showsOpening };
}
