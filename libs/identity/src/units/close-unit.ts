import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { Clock, dayOf, DomainError } from '#kernel';
import { Database } from '#platform';
import { Units } from './units.js';

/** An administrator closes a unit that nobody works in any more. Posts of the past keep its name. */
@Injectable()
export class CloseUnit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly units: Units,
    private readonly audit: Audit,
  ) {}

  /** Gives the id of the agency. @throws DomainError `permission.denied`, `not-found`, `unit.in-use`. */
  async execute(actor: Actor, unitId: string): Promise<string> {
    return this.database.transaction(async () => {
      const { unit, all } = await this.units.holdBeside(actor, unitId);
      const today = dayOf(this.clock.now());
      const { affected } = await this.database.execute(
        `UPDATE units SET valid_to = $2 WHERE id = $1
            AND NOT EXISTS (SELECT 1 FROM posts WHERE unit_id = $1 AND (valid_to IS NULL OR valid_to >= $2))`,
        [unitId, today],
      );
      if (affected !== 1 || all.some(({ parentId }) => parentId === unitId)) {
        throw new DomainError('unit.in-use');
      }
      await this.audit.record(actor, {
        action: 'unit.closed',
        objectType: 'agency',
        objectId: unit.agencyId,
        agencyId: unit.agencyId,
        before: { id: unitId, validTo: null },
        after: { id: unitId, validTo: today },
      });
      return unit.agencyId;
    });
  }
}
