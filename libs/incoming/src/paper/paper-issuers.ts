import { Injectable } from '@nestjs/common';
import { type Actor, type FindIssuers, isPermitted, type IssuerView } from '#contracts';
import { AgenciesQuery } from '#directory';
import { Clock, DomainError, foldVietnamese } from '#kernel';
import { Database, wordPatterns } from '#platform';
import type { PaperFacts } from './paper-facts.js';

/** Enough to choose from; who looks for more writes another word. */
const most = 8;

/** Who issues what comes on paper: agencies of the directory, and bodies that the agency had paper from before. */
@Injectable()
export class PaperIssuers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly agencies: AgenciesQuery,
  ) {}

  /** Agencies first, then names, the latest first. @throws DomainError `permission.denied`. */
  async find(actor: Actor, { search = '' }: FindIssuers): Promise<IssuerView[]> {
    if (!isPermitted(actor, 'arrival:receive')) {
      throw new DomainError('permission.denied');
    }
    const words = search === '' ? {} : { search };
    const { items } = await this.agencies.page(actor, { ...words, limit: most, closed: false, roots: false });
    const named = await this.database.query<IssuerView>(
      `SELECT NULL AS "agencyId", '' AS code, name FROM paper_issuers
        WHERE agency_id = ANY ($1::uuid[]) AND name_key LIKE ALL ($2::text[])
        ORDER BY used_at DESC, name_key LIMIT ${most}`,
      [[actor.agencyId, ...actor.predecessorIds], wordPatterns(foldVietnamese(search))],
    );
    const own = items.filter(({ id }) => id !== actor.agencyId);
    return [...own.map(({ id, code, name }) => ({ agencyId: id, code, name })), ...named];
  }

  /** In the transaction of the registration. */
  async remember(agencyId: string, { senderId, senderName }: PaperFacts): Promise<void> {
    if (senderId !== null) {
      return;
    }
    await this.database.query(
      `INSERT INTO paper_issuers (agency_id, name_key, name, used_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (agency_id, name_key) DO UPDATE SET name = excluded.name, used_at = excluded.used_at`,
      [agencyId, foldVietnamese(senderName), senderName, this.clock.now()],
    );
  }
}
