import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Language } from '#contracts';
import { Clock, dayOf } from '#kernel';
import { Database, Mailer, MailRefused, OnJob, PermanentFailure } from '#platform';
import { linkMail } from './link-mail.js';
import { mailPasswordResetJob } from './mail-link.job.js';
import { type NewLink, OneTimeLinks } from './one-time-links.js';

/** So long nobody is mailed a second time: whoever asks in somebody’s name must not fill their mailbox. */
const quietMinutes = 5;

interface Asker {
  readonly personId: string;
  readonly fullName: string;
  readonly userName: string;
  readonly email: string;
  readonly agencyId: string;
  readonly language: Language;
}

/** Mails a link to somebody who forgot a password: only to the address on record, and only if they can sign in. */
@Injectable()
export class MailPasswordReset {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly links: OneTimeLinks,
    private readonly mailer: Mailer,
    private readonly audit: Audit,
  ) {}

  /** @throws PermanentFailure when the mail server will never take it. */
  @OnJob(mailPasswordResetJob)
  async execute({ requestId }: { readonly requestId: string }): Promise<void> {
    const asker = await this.find(requestId);
    const link = asker === undefined ? undefined : await this.makeLink(requestId, asker);
    if (asker !== undefined && link !== undefined) {
      await this.send(asker, link);
    }
    await this.database.transaction(async () => {
      await this.database.query('DELETE FROM password_reset_requests WHERE id = $1', [requestId]);
      if (asker !== undefined && link !== undefined) {
        await this.audit.record(null, {
          action: 'password.reset-mailed',
          objectType: 'person',
          objectId: asker.personId,
          agencyId: asker.agencyId,
        });
      }
    });
  }

  /** Undefined when the person was mailed a moment ago; of two requests at once one is answered. */
  private async makeLink(requestId: string, { personId }: Asker): Promise<NewLink | undefined> {
    return this.database.transaction(async () => {
      await this.database.query('SELECT 1 FROM people WHERE id = $1 FOR UPDATE', [personId]);
      const quietSince = new Date(this.clock.now().getTime() - quietMinutes * 60_000);
      const recent = await this.database.query(
        `SELECT 1 FROM one_time_links
          WHERE person_id = $1 AND purpose = 'reset' AND mailed_token_digest IS NOT NULL AND id <> $2 AND created_at > $3`,
        [personId, requestId, quietSince],
      );
      return recent.length > 0 ? undefined : this.links.makeForMail(requestId, personId, 'reset');
    });
  }

  private async send(asker: Asker, link: NewLink): Promise<void> {
    try {
      await this.mailer.send(linkMail('reset', asker.language, { ...asker, ...link }));
    } catch (error) {
      throw error instanceof MailRefused ? new PermanentFailure(error.message, { cause: error }) : error;
    }
  }

  /** Who has never had a password here (new, or with single sign-on alone) gets none this way. */
  private async find(requestId: string): Promise<Asker | undefined> {
    const [row] = await this.database.query<Asker>(
      `SELECT person.id AS "personId", person.full_name AS "fullName", person.user_name AS "userName", person.email,
              post.agency_id AS "agencyId", request.language
         FROM password_reset_requests AS request
         JOIN people AS person ON person.user_name = request.asked_for OR lower(person.email) = request.asked_for
         JOIN LATERAL (
           SELECT agency_id FROM posts WHERE person_id = person.id
              AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2)
            ORDER BY valid_from, id LIMIT 1) AS post ON true
        WHERE request.id = $1 AND person.disabled_at IS NULL AND person.kind = 'person'
          AND person.email IS NOT NULL AND person.password_hash IS NOT NULL
        ORDER BY person.user_name = request.asked_for DESC LIMIT 1`,
      [requestId, dayOf(this.clock.now())],
    );
    return row;
  }
}
