import { Injectable } from '@nestjs/common';
import { DomainError } from '#kernel';
import { Database } from '#platform';

/** Whether a post can stand in a unit. */
@Injectable()
export class UnitOfAgency {
  constructor(private readonly database: Database) {}

  /** The unit, when one is named, is the agency’s own, and stays open. @throws DomainError `post.unknown-place`. */
  async check(agencyId: string, unitId: string | null): Promise<void> {
    if (unitId === null) {
      return;
    }
    const units = await this.database.query(
      'SELECT 1 FROM units WHERE id = $1 AND agency_id = $2 AND valid_to IS NULL FOR SHARE',
      [unitId, agencyId],
    );
    if (units.length === 0) {
      throw new DomainError('post.unknown-place');
    }
  }
}
