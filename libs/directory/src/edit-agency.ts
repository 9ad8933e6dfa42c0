import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor, WriteAgency } from '#contracts';
import { DomainError } from '#kernel';
import { Database, LiveChannel } from '#platform';
import { mayManageAgencies } from './agency-policy.js';
import { AgencyRows, changesHistory } from './agency-rows.js';
import { DirectoryEdits } from './directory-edits.js';

export interface EditAgencyCommand {
  readonly agencyId: string;
  /** The version that the edit was made on. */
  readonly version: number;
  readonly agency: WriteAgency;
}

/** Changes an agency; under which name and code it was known until yesterday stays in its history. */
@Injectable()
export class EditAgency {
  constructor(
    private readonly database: Database,
    private readonly rows: AgencyRows,
    private readonly edits: DirectoryEdits,
    private readonly audit: Audit,
    private readonly live: LiveChannel,
  ) {}

  /** @throws DomainError `permission.denied` and what `AgencyRows` and `DirectoryEdits` refuse. */
  async execute(actor: Actor, { agencyId, version, agency }: EditAgencyCommand): Promise<void> {
    if (!mayManageAgencies(actor)) {
      throw new DomainError('permission.denied');
    }
    await this.database.transaction(async () => {
      await this.edits.begin(actor);
      const {
        version: _version,
        validFrom: _from,
        validTo: _to,
        ...before
      } = await this.rows.readOpen(agencyId, version);
      await this.edits.checkCodes(agency, agencyId);
      await this.edits.checkParent(agency.parentId, agencyId);
      if (changesHistory(before, agency)) {
        await this.rows.keepPast([agencyId]);
      }
      await this.write(agencyId, version, agency);
      await this.audit.record(actor, {
        action: 'agency.edited',
        objectType: 'agency',
        objectId: agencyId,
        before: { ...before },
        after: { ...agency },
      });
      await this.live.publishToAll('agencies');
    });
  }

  private async write(agencyId: string, version: number, agency: WriteAgency): Promise<void> {
    const { affected } = await this.database.execute(
      `UPDATE agencies SET code = $3, code102 = $4, name = $5, abbreviation = $6, level = $7, parent_id = $8,
              address = $9, email = $10, phone = $11
        WHERE id = $1 AND version = $2`,
      [
        agencyId,
        version,
        agency.code,
        agency.code102,
        agency.name,
        agency.abbreviation,
        agency.level,
        agency.parentId,
        agency.address,
        agency.email,
        agency.phone,
      ],
    );
    if (affected === 0) {
      throw new DomainError('agency.stale');
    }
  }
}
