import { Injectable } from '@nestjs/common';
import { type Actor, isPermitted, roles } from '#contracts';
import { Clock, dayOf, DomainError } from '#kernel';
import { Database } from '#platform';
import type { Addressed } from './addressed.js';
import { bodyKey } from './body-key.js';

/** Kinds of recipients other than agencies and groups have to exist too, and paper goes where only paper gets. */
@Injectable()
export class CheckAddressed {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `document.only-on-paper`, `document.recipient-twice`, `document.unknown-colleague`,
   * `document.unknown-paper-reason`.
   */
  async execute(actor: Actor, addressed: Addressed): Promise<void> {
    await this.checkChannels(addressed);
    checkBodies(addressed);
    await this.checkPeople(actor, addressed);
    await this.checkReasons(addressed);
  }

  /** Some agencies stand in the directory without anybody to open what arrives there, and without a system to send it to. */
  private async checkChannels({ recipients }: Addressed): Promise<void> {
    const electronic = recipients.filter(({ channel }) => channel !== 'paper').map(({ agencyId }) => agencyId);
    const [external] = await this.database.query<{ name: string }>(
      `SELECT name FROM agencies WHERE id = ANY ($1::uuid[]) AND way_to_agency(id, level) = 'paper' ORDER BY name LIMIT 1`,
      [electronic],
    );
    if (external !== undefined) {
      throw new DomainError('document.only-on-paper', { name: external.name });
    }
  }

  private async checkPeople(actor: Actor, { people }: Addressed): Promise<void> {
    const ids = [...new Set(people.map(({ postId }) => postId))];
    const known = await this.database.query<{ id: string; name: string }>(
      `SELECT post.id, person.full_name AS name FROM posts AS post JOIN people AS person ON person.id = post.person_id
        WHERE post.id = ANY ($1::uuid[]) AND post.agency_id = $2 AND post.role = ANY ($3)
          AND person.disabled_at IS NULL AND person.kind = 'person'
          AND post.valid_from <= $4 AND (post.valid_to IS NULL OR post.valid_to >= $4)`,
      [ids, actor.agencyId, readingRoles, dayOf(this.clock.now())],
    );
    if (known.length !== ids.length) {
      throw new DomainError('document.unknown-colleague');
    }
    if (ids.length !== people.length) {
      const twice = people.find(({ postId }, index) => people.findIndex((one) => one.postId === postId) !== index);
      throw new DomainError('document.recipient-twice', {
        name: known.find(({ id }) => id === twice?.postId)?.name ?? '',
      });
    }
  }

  private async checkReasons({ recipients, groups, externals }: Addressed): Promise<void> {
    const given = [...recipients, ...groups, ...externals].flatMap(({ paperReason }) =>
      paperReason === null ? [] : [paperReason.code],
    );
    const [unknown] = await this.database.query<{ name: string }>(
      `SELECT coalesce(reason.name, given.code) AS name
         FROM unnest($1::text[]) AS given(code) LEFT JOIN paper_reasons AS reason USING (code)
        WHERE reason.code IS NULL OR reason.retired_at IS NOT NULL LIMIT 1`,
      [[...new Set(given)]],
    );
    if (unknown !== undefined) {
      throw new DomainError('document.unknown-paper-reason', { name: unknown.name });
    }
  }
}

const readingRoles = roles.filter((role) => isPermitted({ role, scopes: null }, 'document:read'));

function checkBodies({ externals }: Addressed): void {
  const seen = new Set<string>();
  for (const body of externals) {
    const key = bodyKey(body);
    if (seen.has(key)) {
      throw new DomainError('document.recipient-twice', { name: body.name });
    }
    seen.add(key);
  }
}
