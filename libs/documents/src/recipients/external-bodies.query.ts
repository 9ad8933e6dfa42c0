import { Injectable } from '@nestjs/common';
import { type Actor, type ExternalBodyView, type FindExternalBodies, isPermitted } from '#contracts';
import { DomainError, foldVietnamese } from '#kernel';
import { Database, wordPatterns } from '#platform';

/** Enough to choose from; who looks for more writes another word. */
const most = 10;

/** Bodies outside the system that the agency, or one whose place it took, wrote to before: the latest first. */
@Injectable()
export class ExternalBodiesQuery {
  constructor(private readonly database: Database) {}

  /** @throws DomainError `permission.denied` for roles that draft nothing. */
  async find(actor: Actor, { search = '' }: FindExternalBodies): Promise<ExternalBodyView[]> {
    if (!isPermitted(actor, 'document:draft')) {
      throw new DomainError('permission.denied');
    }
    return this.database.query<ExternalBodyView>(
      `SELECT id, name, address FROM external_bodies
        WHERE agency_id = ANY ($1::uuid[]) AND body_key LIKE ALL ($2::text[])
        ORDER BY used_at DESC, id LIMIT ${most}`,
      [[actor.agencyId, ...actor.predecessorIds], wordPatterns(foldVietnamese(search))],
    );
  }
}
