import { Injectable } from '@nestjs/common';
import type { Actor, ConnectionView } from '#contracts';
import { DomainError } from '#kernel';
import { mayEditContact, mayReadAgencies } from '../agency-policy.js';
import type { AgencyConnection } from './agency-connection.entity.js';
import { ConnectionRows } from './connection-rows.js';

/** How an agency is reached; addresses are for those who set them up. */
@Injectable()
export class ConnectionQuery {
  constructor(private readonly rows: ConnectionRows) {}

  /** @throws DomainError `permission.denied`. */
  async view(actor: Actor, agencyId: string): Promise<ConnectionView> {
    if (!mayReadAgencies(actor)) {
      throw new DomainError('permission.denied');
    }
    const row = await this.rows.find(agencyId);
    return row === undefined
      ? { ...neverSet, mayEdit: mayEditContact(actor, agencyId) }
      : present(row, mayEditContact(actor, agencyId));
  }
}

const neverSet = {
  channel: 'local',
  webhookUrl: null,
  mailbox: null,
  showsOpening: false,
  hasSecret: false,
  hasOlderSecret: false,
  version: 0,
} as const;

function present(row: AgencyConnection, mayEdit: boolean): ConnectionView {
  return {
    channel: row.channel,
    webhookUrl: mayEdit ? row.webhookUrl : null,
    mailbox: mayEdit ? row.mailbox : null,
    showsOpening: row.showsOpening,
    hasSecret: row.webhookSecret !== null,
    hasOlderSecret: row.webhookSecretBefore !== null,
    version: row.version,
    mayEdit,
  };
}
