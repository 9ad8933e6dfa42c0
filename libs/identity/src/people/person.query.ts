import { Injectable } from '@nestjs/common';
import type { Actor, PersonView, PostView } from '#contracts';
import { Clock, dayOf } from '#kernel';
import { Database } from '#platform';
import { DelegationsQuery } from '../delegations/delegations.query.js';
import { hasEnded, type KnownPerson, People } from './people.js';
import { actionsOnPerson, grantableRoles, isLent, mayManagePost } from './person-policy.js';
import { isLinked, signInState } from './sign-in-state.js';

type PostRow = Omit<PostView, 'actions'> & {
  /** Whether the agency is there today: the work of one that ended went to its successor. */
  readonly agencyStands: boolean;
};

/** One person with all that their page shows; never what a password is kept as. */
@Injectable()
export class PersonQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly people: People,
    private readonly delegations: DelegationsQuery,
  ) {}

  /** @throws DomainError `permission.denied`, `not-found`. */
  async view(actor: Actor, personId: string): Promise<PersonView> {
    const person = await this.people.read(actor, personId);
    const today = dayOf(this.clock.now());
    const posts = await this.database.query<PostRow>(select, [personId, today]);
    const [keys] = await this.database.query<{ hasPassword: boolean; isLinked: boolean }>(
      `SELECT password_hash IS NOT NULL AS "hasPassword", ${isLinked} AS "isLinked" FROM people AS person WHERE id = $1`,
      [personId],
    );
    const isDisabled = person.disabledAt !== null;
    return {
      id: person.id,
      fullName: person.fullName,
      userName: person.userName,
      email: person.email,
      signIn: signInState({
        isDisabled,
        holdsToday: posts.some((post) => post.validFrom <= today && !hasEnded(post, today)),
        hasPassword: keys?.hasPassword === true,
        isLinked: keys?.isLinked === true,
      }),
      version: person.version,
      disabledAt: person.disabledAt?.toISOString() ?? null,
      posts: posts.map(({ agencyStands, ...post }) => ({
        ...post,
        actions: actionsOnPost(actor, person, { ...post, agencyStands }, today),
      })),
      delegations: await this.delegations.ofPerson(actor, person),
      actions: actionsOnPerson(actor, person, { isDisabled, isLinked: keys?.isLinked === true }),
      grantableRoles: grantableRoles(actor, person),
    };
  }
}

function actionsOnPost(actor: Actor, person: KnownPerson, post: PostRow, today: string): PostView['actions'] {
  const guarded = { agencyId: post.agency.id, role: post.role };
  if (!mayManagePost(actor, person, guarded)) {
    return [];
  }
  if (hasEnded(post, today)) {
    return post.handover === null && post.agencyStands ? ['hand-over'] : [];
  }
  const ending: PostView['actions'] = post.handover === null ? ['change', 'hand-over'] : ['change'];
  return isLent(post.role) ? [...ending, 'delegate'] : ending;
}

/** A post that was taken back on the day on which it would have begun was never held; it is shown only for its hand-over. */
const select = `
  SELECT post.id, post.role, post.position, post.signing_forms AS "signingForms",
         post.valid_from AS "validFrom", post.valid_to AS "validTo",
         agency.valid_to IS NULL OR agency.valid_to >= $2 AS "agencyStands",
         json_build_object('id', agency.id, 'code', agency.code, 'name', agency.name,
                           'abbreviation', agency.abbreviation) AS agency,
         CASE WHEN unit.id IS NOT NULL
              THEN json_build_object('id', unit.id, 'name', unit.name, 'abbreviation', unit.abbreviation) END AS unit,
         CASE WHEN handover.id IS NOT NULL
              THEN json_build_object('day', handover.effective_on, 'fullName', receiver.full_name,
                     'position', receiving.position, 'reason', handover.reason,
                     'done', handover.done_at IS NOT NULL) END AS handover
    FROM posts AS post
    JOIN agencies AS agency ON agency.id = post.agency_id
    LEFT JOIN units AS unit ON unit.id = post.unit_id
    LEFT JOIN post_handovers AS handover ON handover.from_post_id = post.id
    LEFT JOIN posts AS receiving ON receiving.id = handover.to_post_id
    LEFT JOIN people AS receiver ON receiver.id = receiving.person_id
   WHERE post.person_id = $1 AND (post.valid_to IS NULL OR post.valid_to >= post.valid_from OR handover.id IS NOT NULL)
   ORDER BY post.valid_to DESC NULLS FIRST, post.valid_from DESC, post.id`;
