import { Injectable } from '@nestjs/common';
import type { LinkPurpose } from '#contracts';
import { Clock, newId } from '#kernel';
import { Config, Database } from '#platform';
import { digestOf, newToken } from '../secret-token.js';

const hour = 3_600_000;

/** An invitation is handed over on paper and used when there is time; a reset is asked for and used at once. */
const lifetime: Readonly<Record<LinkPurpose, number>> = { invitation: 72 * hour, reset: hour };

export interface NewLink {
  readonly id: string;
  /** The whole link; kept nowhere, so it is shown or sent now or never. */
  readonly link: string;
  readonly expiresAt: Date;
}

export interface LivingLink {
  readonly id: string;
  readonly personId: string;
  readonly purpose: LinkPurpose;
  readonly expiresAt: Date;
}

/** Links by which a person chooses a password without knowing the old one: short-lived, each for one use. */
@Injectable()
export class OneTimeLinks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /**
   * A link to hand over. Older ones for the same purpose end; not those for the other: whoever asks for resets in
   * somebody’s name must not be able to spoil their invitation.
   */
  async make(personId: string, purpose: LinkPurpose, madeBy: string | null): Promise<NewLink> {
    const [id, token, now] = [newId(), newToken(), this.clock.now()];
    const expiresAt = new Date(now.getTime() + lifetime[purpose]);
    await this.endOlder(personId, purpose, id);
    await this.database.query(
      `INSERT INTO one_time_links (id, person_id, purpose, token_digest, made_by, created_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [id, personId, purpose, digestOf(token), madeBy, now, expiresAt],
    );
    return { id, link: this.linkOf(token), expiresAt };
  }

  /**
   * A link under an id of the caller’s, to be mailed; made anew when the mail has to be tried again. Older ones that were
   * only mailed end; one that was handed over stays: anybody can ask for a mail in somebody’s name.
   */
  async makeForMail(id: string, personId: string, purpose: LinkPurpose): Promise<NewLink> {
    const [token, now] = [newToken(), this.clock.now()];
    const expiresAt = new Date(now.getTime() + lifetime[purpose]);
    await this.endOlder(personId, purpose, id, 'AND token_digest IS NULL');
    await this.database.query(
      `INSERT INTO one_time_links (id, person_id, purpose, mailed_token_digest, created_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (id) DO UPDATE SET mailed_token_digest = excluded.mailed_token_digest, expires_at = excluded.expires_at
        WHERE one_time_links.used_at IS NULL`,
      [id, personId, purpose, digestOf(token), now, expiresAt],
    );
    return { id, link: this.linkOf(token), expiresAt };
  }

  /**
   * A second token for a link that was handed over, to be mailed as well; whichever is used first uses it up. It is made
   * when the mail is: a token that waited in the queue could be read there.
   */
  async addMailToken(id: string): Promise<(LivingLink & NewLink) | undefined> {
    const token = newToken();
    const [row] = await this.database.query<LivingLink>(
      `WITH added AS (
         UPDATE one_time_links SET mailed_token_digest = $2
          WHERE id = $1 AND used_at IS NULL AND expires_at > $3 RETURNING *)
       SELECT id, person_id AS "personId", purpose, expires_at AS "expiresAt" FROM added`,
      [id, digestOf(token), this.clock.now()],
    );
    return row === undefined ? undefined : { ...row, link: this.linkOf(token) };
  }

  /** The link of a token while it can be used. */
  async find(token: string): Promise<LivingLink | undefined> {
    const [row] = await this.database.query<LivingLink>(
      `SELECT id, person_id AS "personId", purpose, expires_at AS "expiresAt" FROM one_time_links
        WHERE (token_digest = $1 OR mailed_token_digest = $1) AND used_at IS NULL AND expires_at > $2`,
      [digestOf(token), this.clock.now()],
    );
    return row;
  }

  /** Uses a link up; false when somebody was quicker. */
  async use(id: string): Promise<boolean> {
    const now = this.clock.now();
    const { affected } = await this.database.execute(
      'UPDATE one_time_links SET used_at = $2 WHERE id = $1 AND used_at IS NULL AND expires_at > $2',
      [id, now],
    );
    return affected === 1;
  }

  private async endOlder(
    personId: string,
    purpose: LinkPurpose,
    except: string,
    which: '' | 'AND token_digest IS NULL' = '',
  ): Promise<void> {
    await this.database.query(
      `DELETE FROM one_time_links WHERE person_id = $1 AND purpose = $2 AND used_at IS NULL AND id <> $3 ${which}`,
      [personId, purpose, except],
    );
  }

  /** Behind the #, where no proxy and no log sees it. */
  private linkOf(token: string): string {
    return `${this.config.publicAddress}/password#token=${token}`;
  }
}
