import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import { type Actor, isPermitted, type SetNumbering as Setting } from '#contracts';
import { AgencyStructure } from '#directory';
import { Clock, DomainError, yearOf } from '#kernel';
import { Database } from '#platform';
import { Numbering } from './numbering.js';
import { mayNumberAnew } from './numbering-policy.js';

/** The administrator of an agency says how it numbers its documents, from a year that has no number yet. */
@Injectable()
export class SetNumbering {
  constructor(
    private readonly database: Database,
    private readonly structure: AgencyStructure,
    private readonly clock: Clock,
    private readonly numbering: Numbering,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `permission.denied`, `register.numbering-fixed`. */
  async execute(actor: Actor, { mode, fromYear }: Setting): Promise<void> {
    if (!isPermitted(actor, 'register:configure')) {
      throw new DomainError('permission.denied');
    }
    const { agencyId } = actor;
    await this.database.transaction(async () => {
      await this.structure.hold(actor);
      await this.numbering.holdAlone(agencyId);
      const now = this.clock.now();
      if (!mayNumberAnew(fromYear, await this.numbering.facts(agencyId, yearOf(now)))) {
        throw new DomainError('register.numbering-fixed');
      }
      const before = await this.numbering.modeIn(agencyId, fromYear);
      await this.database.query(
        `INSERT INTO numbering_settings (agency_id, from_year, mode, set_by_post_id, set_at)
         VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (agency_id, from_year)
         DO UPDATE SET mode = excluded.mode, set_by_post_id = excluded.set_by_post_id, set_at = excluded.set_at`,
        [agencyId, fromYear, mode, actor.postId, now],
      );
      await this.audit.record(actor, {
        action: 'numbering.set',
        objectType: 'agency',
        objectId: agencyId,
        before: { fromYear, mode: before },
        after: { fromYear, mode },
      });
    });
  }
}
