import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor, CreateAgency } from '#contracts';
import { Clock, dayOf, DomainError, newId } from '#kernel';
import { Database, LiveChannel } from '#platform';
import { mayManageAgencies } from './agency-policy.js';
import { DirectoryEdits } from './directory-edits.js';

/** Puts a new agency into the directory. */
@Injectable()
export class OpenAgency {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly edits: DirectoryEdits,
    private readonly audit: Audit,
    private readonly live: LiveChannel,
  ) {}

  /** @throws DomainError `permission.denied` and what `DirectoryEdits` refuses. */
  async execute(actor: Actor, { validFrom = dayOf(this.clock.now()), ...agency }: CreateAgency): Promise<string> {
    if (!mayManageAgencies(actor)) {
      throw new DomainError('permission.denied');
    }
    return this.database.transaction(async () => {
      await this.edits.begin(actor);
      await this.edits.checkCodes(agency, null);
      await this.edits.checkParent(agency.parentId, null);
      const id = newId();
      await this.database.query(
        `INSERT INTO agencies (id, code, code102, name, abbreviation, level, parent_id, valid_from, address, email, phone)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          id,
          agency.code,
          agency.code102,
          agency.name,
          agency.abbreviation,
          agency.level,
          agency.parentId,
          validFrom,
          agency.address,
          agency.email,
          agency.phone,
        ],
      );
      await this.audit.record(actor, {
        action: 'agency.opened',
        objectType: 'agency',
        objectId: id,
        after: { ...agency, validFrom },
      });
      await this.live.publishToAll('agencies');
      return id;
    });
  }
}
