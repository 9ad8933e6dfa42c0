import { Injectable } from '@nestjs/common';
import { Clock, dayOf, newId } from '#kernel';
import { Database } from '#platform';
import { type Match, matchOf, type ProviderClaims } from './provider-claims.js';
import { SingleSignOnRefused } from './single-sign-on-refused.js';

export interface FoundPerson {
  readonly id: string;
  readonly postId: string | null;
  readonly agencyId: string | null;
  readonly isDisabled: boolean;
  /** Their subject at this provider, if they were found there before. */
  readonly subject: string | null;
}

/** Who is who: the provider’s subject for one of our people. */
@Injectable()
export class PersonIdentities {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * The person of a subject; the first time found by a verified claim and remembered. Nobody is ever made here.
   *
   * @throws SingleSignOnRefused `no-claim`, `unverified-email`, `unknown-person`, `other-account`.
   */
  async find(claims: ProviderClaims, claim: string): Promise<FoundPerson> {
    const known = await this.bySubject(claims);
    if (known !== undefined) {
      return known;
    }
    const person = await this.byClaim(matchOf(claims, claim), claims.iss);
    if (person === undefined) {
      throw new SingleSignOnRefused('unknown-person');
    }
    // Their own subject stands there already when another browser of theirs came back in this very moment.
    if (person.subject !== null && person.subject !== claims.sub) {
      // An address that was given to somebody else would be a way into the desk of who had it before.
      throw new SingleSignOnRefused('other-account');
    }
    return person;
  }

  /** Of two at once the second finds what the first has written. @throws SingleSignOnRefused `other-account`. */
  async remember({ id }: FoundPerson, { iss, sub }: ProviderClaims): Promise<void> {
    const now = this.clock.now();
    const { affected } = await this.database.execute(
      `INSERT INTO person_identities (id, person_id, issuer, subject, linked_at, last_used_at)
       VALUES ($1, $2, $3, $4, $5, $5) ON CONFLICT DO NOTHING`,
      [newId(now.getTime()), id, iss, sub, now],
    );
    if (affected === 1) {
      return;
    }
    const used = await this.database.execute(
      'UPDATE person_identities SET last_used_at = $4 WHERE person_id = $1 AND issuer = $2 AND subject = $3',
      [id, iss, sub, now],
    );
    if (used.affected !== 1) {
      throw new SingleSignOnRefused('other-account');
    }
  }

  private async bySubject({ iss, sub }: ProviderClaims): Promise<FoundPerson | undefined> {
    return this.select('identity.subject = $3', iss, sub);
  }

  private async byClaim({ column, value }: Match, issuer: string): Promise<FoundPerson | undefined> {
    const condition = column === 'email' ? 'lower(person.email) = $3' : 'person.user_name = $3';
    return this.select(condition, issuer, value);
  }

  private async select(condition: string, issuer: string, value: string): Promise<FoundPerson | undefined> {
    const [row] = await this.database.query<FoundPerson>(
      `SELECT person.id, person.disabled_at IS NOT NULL AS "isDisabled", identity.subject,
              post.id AS "postId", post.agency_id AS "agencyId"
         FROM people AS person
         LEFT JOIN person_identities AS identity ON identity.person_id = person.id AND identity.issuer = $1
         LEFT JOIN LATERAL (
           SELECT id, agency_id FROM posts WHERE person_id = person.id
              AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2)
            ORDER BY valid_from, id LIMIT 1) AS post ON true
        WHERE person.kind = 'person' AND ${condition}`,
      [issuer, dayOf(this.clock.now()), value],
    );
    return row;
  }
}
