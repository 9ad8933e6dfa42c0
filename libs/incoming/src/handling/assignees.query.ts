import { Injectable } from '@nestjs/common';
import { type Actor, type Assignee, type AssigneeList, isPermitted } from '#contracts';
import { Clock, dayOf, DomainError, foldVietnamese } from '#kernel';
import { Database } from '#platform';

/** Names are folded here, and an agency has hundreds of people, not thousands. */
const mostRead = 5000;
const mostShown = 50;

/** Units and people of the actor’s agency who can be given work: units first, leaders last. */
@Injectable()
export class AssigneesQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `permission.denied` for roles that handle no documents. */
  async of(actor: Actor, search = ''): Promise<AssigneeList> {
    if (!isPermitted(actor, 'arrival:handle')) {
      throw new DomainError('permission.denied');
    }
    const rows = await this.database.query<Assignee>(
      `(SELECT unit.id AS "unitId", NULL::uuid AS "postId", unit.name, NULL AS position, NULL AS "unitName",
               false AS "isLeader"
          FROM units AS unit
         WHERE unit.agency_id = $1 AND unit.valid_from <= $2 AND (unit.valid_to IS NULL OR unit.valid_to >= $2)
         ORDER BY unit.name, unit.id LIMIT ${mostRead})
       UNION ALL
       (SELECT NULL, post.id, person.full_name, post.position, unit.name, post.role = 'leader'
          FROM posts AS post
          JOIN people AS person ON person.id = post.person_id
          LEFT JOIN units AS unit ON unit.id = post.unit_id
         WHERE post.agency_id = $1 AND post.role IN ('civil-servant', 'leader', 'clerk')
           AND person.disabled_at IS NULL AND person.kind = 'person'
           AND post.valid_from <= $2 AND (post.valid_to IS NULL OR post.valid_to >= $2)
         ORDER BY post.role = 'leader', unit.name NULLS LAST, person.full_name, post.id LIMIT ${mostRead})`,
      [actor.agencyId, dayOf(this.clock.now())],
    );
    const words = foldVietnamese(search).split(' ');
    const found = rows.filter(({ name, position, unitName }) => {
      const text = foldVietnamese(`${name} ${position ?? ''} ${unitName ?? ''}`);
      return words.every((word) => text.includes(word));
    });
    return { items: found.slice(0, mostShown) };
  }
}
