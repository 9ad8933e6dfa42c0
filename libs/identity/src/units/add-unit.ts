import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor, WriteUnit } from '#contracts';
import { Clock, dayOf, DomainError, newId } from '#kernel';
import { Database } from '#platform';
import { mayStandUnder } from './unit-tree.js';
import { Units } from './units.js';

/** An administrator adds a unit to an agency. */
@Injectable()
export class AddUnit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly units: Units,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `permission.denied`, `not-found`, `unit.unknown-parent`. */
  async execute(actor: Actor, agencyId: string, unit: WriteUnit): Promise<void> {
    await this.database.transaction(async () => {
      const all = await this.units.hold(actor, agencyId);
      if (!mayStandUnder(all, null, unit.parentId)) {
        throw new DomainError('unit.unknown-parent');
      }
      const now = this.clock.now();
      const id = newId(now.getTime());
      await this.database.query(
        'INSERT INTO units (id, agency_id, parent_id, name, abbreviation, valid_from) VALUES ($1, $2, $3, $4, $5, $6)',
        [id, agencyId, unit.parentId, unit.name, unit.abbreviation, dayOf(now)],
      );
      await this.audit.record(actor, {
        action: 'unit.added',
        objectType: 'agency',
        objectId: agencyId,
        agencyId,
        after: { ...unit, id },
      });
    });
  }
}
