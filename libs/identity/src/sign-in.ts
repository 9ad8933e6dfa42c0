import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import { Clock, dayOf, DomainError } from '#kernel';
import { Database } from '#platform';
import { KnownDevices } from './known-devices.js';
import { passwordFits } from './password.js';
import { digestOf } from './secret-token.js';
import { Sessions } from './sessions.js';
import { SlowDown } from './slow-down.js';

interface PersonRow {
  readonly id: string;
  readonly passwordHash: string | null;
  readonly postId: string | null;
  readonly agencyId: string | null;
}

/** The browser that asks. */
export interface AskingBrowser {
  readonly address: string;
  readonly userAgent: string;
  /** The cookie of a browser that somebody signed in from before. */
  readonly device: string | undefined;
}

/** Who has shown the right name and password, and the post in which the session will act. */
export interface SignedIn {
  readonly personId: string;
  readonly postId: string;
}

/** Tokens for the cookies of a browser; kept nowhere else. */
export interface BegunSession {
  readonly token: string;
  readonly device: string;
}

/** Signing in with name and password. */
@Injectable()
export class SignInWithPassword {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
    private readonly devices: KnownDevices,
    private readonly slowDown: SlowDown,
    private readonly audit: Audit,
  ) {}

  /**
   * @throws DomainError `session.bad-credentials` for a wrong password, an unknown name, a disabled person and one
   * without a post alike, after the same time; `session.slowed-down` after several, known name or not, without looking
   * at the password.
   */
  async check(userName: string, password: string, browser: AskingBrowser): Promise<SignedIn> {
    const name = userName.trim().toLowerCase();
    const person = await this.find(name);
    const subject = await this.subjectOf(name, person, browser);
    try {
      await this.slowDown.attempt(subject);
    } catch (error) {
      await this.recordRefusal('session.slowed-down', person, browser);
      throw error;
    }
    const fits = await passwordFits(person?.passwordHash, password);
    if (!fits || person?.postId === null || person?.postId === undefined) {
      await this.recordRefusal('session.refused', person, browser);
      throw new DomainError('session.bad-credentials');
    }
    await this.slowDown.forgive(subject);
    return { personId: person.id, postId: person.postId };
  }

  async begin(person: SignedIn, browser: AskingBrowser): Promise<BegunSession> {
    return this.database.transaction(async () => {
      const { address, userAgent } = browser;
      const token = await this.sessions.begin(person.personId, person.postId, address, userAgent);
      const session = await this.sessions.find(token);
      await this.audit.record(session?.actor ?? null, {
        action: 'session.began',
        objectType: 'person',
        objectId: person.personId,
        data: { address },
      });
      return { token, device: await this.devices.remember(browser.device, person.personId) };
    });
  }

  /** Tries from a browser that the person signed in from before are counted apart from those of the whole world. */
  private async subjectOf(name: string, person: PersonRow | undefined, browser: AskingBrowser): Promise<string> {
    const { device } = browser;
    if (device !== undefined && (await this.devices.isKnown(device, person?.id))) {
      return `device:${digestOf(device)}:${person?.id ?? ''}`;
    }
    return `name:${name}`;
  }

  private async recordRefusal(action: string, person: PersonRow | undefined, browser: AskingBrowser): Promise<void> {
    await this.audit.record(null, {
      action,
      objectType: 'person',
      objectId: person?.id ?? 'unknown',
      agencyId: person?.agencyId ?? null,
      data: { address: browser.address },
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
        WHERE person.user_name = $1 AND person.disabled_at IS NULL AND person.kind = 'person'`,
      [userName, dayOf(this.clock.now())],
    );
    return row;
  }
}
