import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor, WriteUnit } from '#contracts';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import { mayStandUnder } from './unit-tree.js';
import { Units } from './units.js';

/** An administrator renames a unit, or moves it with all below it. */
@Injectable()
export class EditUnit {
  constructor(
    private readonly database: Database,
    private readonly units: Units,
    private readonly audit: Audit,
  ) {}

  /** Gives the id of the agency. @throws DomainError `permission.denied`, `not-found`, `unit.unknown-parent`. */
  async execute(actor: Actor, unitId: string, change: WriteUnit): Promise<string> {
    return this.database.transaction(async () => {
      const { unit, all } = await this.units.holdBeside(actor, unitId);
      if (!mayStandUnder(all, unitId, change.parentId)) {
        throw new DomainError('unit.unknown-parent');
      }
      await this.database.query('UPDATE units SET name = $2, abbreviation = $3, parent_id = $4 WHERE id = $1', [
        unitId,
        change.name,
        change.abbreviation,
        change.parentId,
      ]);
      await this.audit.record(actor, {
        action: 'unit.edited',
        objectType: 'agency',
        objectId: unit.agencyId,
        agencyId: unit.agencyId,
        before: { ...unit },
        after: { ...unit, ...change },
      });
      return unit.agencyId;
    });
  }
}
