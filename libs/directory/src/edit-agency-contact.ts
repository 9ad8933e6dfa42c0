import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor, AgencyContact } from '#contracts';
import { DomainError } from '#kernel';
import { Database, LiveChannel } from '#platform';
import { mayEditContact } from './agency-policy.js';
import { AgencyRows } from './agency-rows.js';

export interface EditAgencyContactCommand {
  readonly agencyId: string;
  /** The version that the edit was made on. */
  readonly version: number;
  readonly contact: AgencyContact;
}

/** An agency says how it is reached. */
@Injectable()
export class EditAgencyContact {
  constructor(
    private readonly database: Database,
    private readonly rows: AgencyRows,
    private readonly audit: Audit,
    private readonly live: LiveChannel,
  ) {}

  /** @throws DomainError `permission.denied` and what `AgencyRows` refuses. */
  async execute(actor: Actor, { agencyId, version, contact }: EditAgencyContactCommand): Promise<void> {
    if (!mayEditContact(actor, agencyId)) {
      throw new DomainError('permission.denied');
    }
    await this.database.transaction(async () => {
      const { address, email, phone } = await this.rows.readOpen(agencyId, version);
      const { affected } = await this.database.execute(
        'UPDATE agencies SET address = $3, email = $4, phone = $5 WHERE id = $1 AND version = $2',
        [agencyId, version, contact.address, contact.email, contact.phone],
      );
      if (affected === 0) {
        throw new DomainError('agency.stale');
      }
      await this.audit.record(actor, {
        action: 'agency.contact-edited',
        objectType: 'agency',
        objectId: agencyId,
        before: { address, email, phone },
        after: { ...contact },
      });
      await this.live.publishToAll('agencies');
    });
  }
}
