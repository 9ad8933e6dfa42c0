import { Injectable } from '@nestjs/common';
import { type Actor, type DocumentFilterChoices, isPermitted, roles } from '#contracts';
import { DomainError } from '#kernel';
import { Database } from '#platform';

/** [own] An agency has hundreds of posts over the years, not thousands. */
const mostShown = 1000;

/** Whom and which units the actor’s agency can narrow its outgoing list to, also those who have left. */
@Injectable()
export class DocumentFilterChoicesQuery {
  constructor(private readonly database: Database) {}

  /** @throws DomainError `permission.denied`. */
  async of(actor: Actor): Promise<DocumentFilterChoices> {
    if (!isPermitted(actor, 'document:read')) {
      throw new DomainError('permission.denied');
    }
    const [choices] = await this.database.query<DocumentFilterChoices>(
      `SELECT ${postsWith('$2')} AS drafters, ${postsWith('$3')} AS signers,
              coalesce((SELECT json_agg(json_build_object('id', id, 'name', name) ORDER BY name, id)
                          FROM (SELECT id, name FROM units WHERE agency_id = $1
                                 ORDER BY valid_to IS NULL DESC, name LIMIT ${mostShown}) AS unit), '[]') AS units`,
      [actor.agencyId, rolesWith('document:draft'), rolesWith('document:approve')],
    );
    return choices ?? { drafters: [], signers: [], units: [] };
  }
}

function rolesWith(permission: 'document:draft' | 'document:approve'): readonly string[] {
  return roles.filter((role) => isPermitted({ role, scopes: null }, permission));
}

function postsWith(roleParameter: string): string {
  return `coalesce((SELECT json_agg(json_build_object('postId', id, 'fullName', full_name, 'position', position)
                                    ORDER BY full_name, id)
                      FROM (SELECT post.id, person.full_name, post.position
                              FROM posts AS post JOIN people AS person ON person.id = post.person_id
                             WHERE post.agency_id = $1 AND post.role = ANY (${roleParameter}) AND person.kind = 'person'
                             ORDER BY post.valid_to IS NULL DESC, person.full_name LIMIT ${mostShown}) AS known), '[]')`;
}
