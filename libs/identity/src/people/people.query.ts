import { Injectable } from '@nestjs/common';
import { type Actor, type FindPeople, isPermitted, type Page, type PersonSummary } from '#contracts';
import { Clock, dayOf, DomainError, foldVietnamese } from '#kernel';
import { Database, decodeCursor, hasWords, toPage, wordPatterns } from '#platform';
import { isLinked, signInState } from './sign-in-state.js';

type Row = Omit<PersonSummary, 'signIn'> & {
  readonly searchText: string;
  readonly disabledAt: Date | null;
  readonly hasPassword: boolean;
  readonly isLinked: boolean;
  readonly holdsToday: boolean;
};

/** People by name, as far as they are the actor’s to see: the own agency’s, or all. */
@Injectable()
export class PeopleQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `permission.denied`; `not-found` for an agency that is not the actor’s. */
  async page(actor: Actor, query: FindPeople): Promise<Page<PersonSummary>> {
    if (!isPermitted(actor, 'person:read')) {
      throw new DomainError('permission.denied');
    }
    const readsAll = isPermitted(actor, 'person:read-all');
    if (!readsAll && query.agencyId !== undefined && query.agencyId !== actor.agencyId) {
      throw new DomainError('not-found');
    }
    const after = decodeCursor(query.after, 2);
    const rows = await this.database.query<Row>(select, [
      wordPatterns(foldVietnamese(query.search ?? '')),
      dayOf(this.clock.now()),
      query.agencyId ?? (readsAll ? null : actor.agencyId),
      query.role ?? null,
      query.includeEnded === 'true',
      after?.[0] ?? null,
      after?.[1] ?? null,
      query.limit + 1,
    ]);
    return toPage(
      rows,
      query.limit,
      (row) => [row.searchText, row.id],
      ({ searchText: _searchText, disabledAt, hasPassword, isLinked, holdsToday, ...row }) => ({
        ...row,
        signIn: signInState({ isDisabled: disabledAt !== null, holdsToday, hasPassword, isLinked }),
      }),
    );
  }
}

/**
 * The posts that count for a person are those held today or to come, and the last one where there are none: the same as
 * in people.ts, so that the list shows whom the page of a person opens.
 */
const select = `
  SELECT person.id, person.full_name AS "fullName", person.user_name AS "userName", person.email,
         person.search_text AS "searchText", person.disabled_at AS "disabledAt",
         person.password_hash IS NOT NULL AS "hasPassword", ${isLinked} AS "isLinked", held.today AS "holdsToday", held.posts
    FROM people AS person
   CROSS JOIN LATERAL (
     SELECT bool_or(post.agency_id = $3 OR $3 IS NULL) AS in_agency,
            bool_or((post.agency_id = $3 OR $3 IS NULL) AND (post.role = $4 OR $4::text IS NULL)) AS in_role,
            bool_or(post.valid_to IS NULL OR post.valid_to >= $2) AS open,
            bool_or(post.valid_from <= $2 AND (post.valid_to IS NULL OR post.valid_to >= $2)) AS today,
            json_agg(json_build_object(
              'id', post.id, 'role', post.role, 'position', post.position, 'unitName', unit.name,
              'agency', json_build_object('id', agency.id, 'code', agency.code, 'name', agency.name,
                                          'abbreviation', agency.abbreviation))
              ORDER BY post.valid_from, post.id) AS posts
       FROM (SELECT * FROM posts WHERE person_id = person.id
              ORDER BY valid_to DESC NULLS FIRST, valid_from DESC, id
              FETCH FIRST (SELECT greatest(1, count(*)) FROM posts
                            WHERE person_id = person.id AND (valid_to IS NULL OR valid_to >= $2)) ROWS ONLY) AS post
       JOIN agencies AS agency ON agency.id = post.agency_id
       LEFT JOIN units AS unit ON unit.id = post.unit_id) AS held
   WHERE person.kind = 'person' AND ${hasWords('$1')}
     AND ($3::uuid IS NULL OR EXISTS (SELECT 1 FROM posts WHERE person_id = person.id AND agency_id = $3))
     AND ($4::text IS NULL OR EXISTS (SELECT 1 FROM posts WHERE person_id = person.id AND role = $4))
     AND ($6::text IS NULL OR (person.search_text, person.id) > ($6, $7::uuid))
     AND held.in_agency AND held.in_role AND ($5 OR (held.open AND person.disabled_at IS NULL))
   ORDER BY person.search_text, person.id LIMIT $8`;
