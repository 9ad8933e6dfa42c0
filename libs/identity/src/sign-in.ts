import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import { Clock, dayOf, DomainError } from '#kernel';
import { Database } from '#platform';
import { passwordFits } from './password.js';
import { Sessions } from './sessions.js';

interface PersonRow {
  readonly id: string;
  readonly passwordHash: string | null;
  readonly postId: string | null;
  readonly agencyId: string | null;
}

/** Who has shown the right name and password, and the post in which the session will act. */
export interface SignedIn {
  readonly personId: string;
  readonly postId: string;
}

/** Signing in with name and password. */
@Injectable()
export class SignInWithPassword {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
    private readonly audit: Audit,
  ) {}

  /**
   * @throws DomainError `session.bad-credentials` for a wrong password, an unknown name, a disabled person and one
   * without a post alike, after the same time.
   */
  async check(userName: string, password: string, address: string): Promise<SignedIn> {
    const person = await this.find(userName.trim().toLowerCase());
    const fits = await passwordFits(person?.passwordHash, password);
    if (!fits || person?.postId === null || person?.postId === undefined) {
      await this.audit.record(null, {
        action: 'session.refused',
        objectType: 'person',
        objectId: person?.id ?? 'unknown',
        agencyId: person?.agencyId ?? null,
        data: { address },
      });
      throw new DomainError('session.bad-credentials');
    }
    return { personId: person.id, postId: person.postId };
  }

  /** Begins the session; gives its token. */
  async begin(person: SignedIn, address: string): Promise<string> {
    return this.database.transaction(async () => {
      const token = await this.sessions.begin(person.personId, person.postId, address);
      const session = await this.sessions.find(token);
      await this.audit.record(session?.actor ?? null, {
        action: 'session.began',
        objectType: 'person',
        objectId: person.personId,
        data: { address },
      });
      return token;
    });
  }

  private async find(userName: string): Promise<PersonRow | undefined> {
    const [row] = await this.database.query<PersonRow>(
      `SELECT person.id, person.password_hash AS "passwordHash", post.id AS "postId", post.agency_id AS "agencyId"
         FROM people AS person
         LEFT JOIN LATERAL (
           SELECT id, agency_id FROM posts WHERE person_id = person.id
              AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2)
            ORDER BY valid_from, id LIMIT 1) AS post ON true
        WHERE person.user_name = $1 AND person.disabled_at IS NULL`,
      [userName, dayOf(this.clock.now())],
    );
    return row;
  }
}
