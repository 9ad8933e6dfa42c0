import { Injectable } from '@nestjs/common';
import type { MailChoice, NotificationKind } from '#contracts';
import { standInsOf } from '#identity';
import { Clock, dayOf } from '#kernel';
import { Database, LiveChannel, Mailer } from '#platform';
import { kinds } from './kinds.js';
import { PromiseMails } from './promise-mails.js';

export interface Concerned {
  /**
   * A SELECT of `post_id, object_type, object_id, urgency, symbol, subject, who, caused_by`: a row for each post that it
   * concerns; `caused_by` is the person whose doing it is, or null.
   */
  readonly sql: string;
  /** Of its parameters, `$1` first. */
  readonly values: readonly unknown[];
}

interface Told {
  readonly id: string;
  readonly personId: string;
  readonly onPage: boolean;
  readonly mail: MailChoice;
}

/** Tells people what concerns them: one statement, however many they are. Joins the transaction in which it happened. */
@Injectable()
export class Notify {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly mailer: Mailer,
    private readonly mails: PromiseMails,
    private readonly live: LiveChannel,
  ) {}

  async execute(kind: NotificationKind, { sql, values }: Concerned): Promise<void> {
    const now = this.clock.now();
    const { unlessChosen, tellsAgain } = kinds[kind];
    const own = [kind, unlessChosen.page, unlessChosen.mail, this.mailer.canSend, now, dayOf(now)];
    const told = await this.database.query<Told>(
      insert(
        sql,
        tellsAgain,
        own.map((_value, place) => `$${values.length + place + 1}`),
      ),
      [...values, ...own],
    );
    const shown = new Set(told.filter(({ onPage }) => onPage).map(({ personId }) => personId));
    if (shown.size > 0) {
      await this.live.publishToPeople([...shown], 'notifications');
    }
    if (told.some(({ mail }) => mail === 'at-once')) {
      await this.mails.atOnce(told.map(({ id }) => id));
    }
  }
}

const isNewsAgain = `
  DO UPDATE SET id = excluded.id, urgency = excluded.urgency, words = excluded.words,
                created_at = excluded.created_at, on_page = excluded.on_page, mail = excluded.mail,
                mailed_at = NULL, mail_id = NULL`;

/**
 * Who stands in for somebody absent is told of it as well, in their own post: the desk is theirs for the time.
 *
 * In the order of the unique index, so that two that tell the same people wait for each other and never deadlock; what
 * is not news again locks nothing that somebody may just be reading. About something express nobody waits for the next
 * round of mails who wants any.
 */
function insert(
  concerned: string,
  tellsAgain: boolean,
  [kind, page, mail, canMail, now, day]: readonly (string | undefined)[],
): string {
  return `
    WITH at_first AS (${concerned}),
    concerned AS (
      SELECT * FROM at_first
       UNION ALL
      SELECT stand_in.post_id, at_first.object_type, at_first.object_id, at_first.urgency, at_first.symbol,
             at_first.subject, at_first.who, at_first.caused_by
        FROM at_first JOIN LATERAL (${standInsOf('at_first.post_id', `${day}::date`)}) AS stand_in ON true),
    chosen AS (
      SELECT DISTINCT ON (concerned.object_id, post.id)
             person.id AS person_id, post.id AS post_id, concerned.object_type, concerned.object_id, concerned.urgency,
             jsonb_build_object('symbol', concerned.symbol, 'subject', concerned.subject, 'who', concerned.who) AS words,
             coalesce((setting.choices -> ${kind}::text ->> 'page')::boolean, ${page}::boolean) AS on_page,
             CASE WHEN NOT ${canMail}::boolean OR person.email IS NULL THEN 'never'
                  ELSE coalesce(setting.choices -> ${kind} ->> 'mail', ${mail}::text) END AS mail
        FROM concerned
        JOIN posts AS post ON post.id = concerned.post_id
        JOIN people AS person ON person.id = post.person_id
        LEFT JOIN notification_settings AS setting ON setting.person_id = person.id
       WHERE person.kind = 'person' AND person.disabled_at IS NULL AND person.id IS DISTINCT FROM concerned.caused_by
         AND post.valid_from <= ${day}::date AND (post.valid_to IS NULL OR post.valid_to >= ${day}::date)
       ORDER BY concerned.object_id, post.id)
    INSERT INTO notifications (id, person_id, post_id, kind, object_type, object_id, urgency, words, created_at,
                               on_page, mail)
    SELECT uuidv7(), person_id, post_id, ${kind}, object_type, object_id, urgency, words, ${now}::timestamptz, on_page,
           CASE WHEN mail = 'digest' AND urgency = 'express' THEN 'at-once' ELSE mail END
      FROM chosen WHERE on_page OR mail <> 'never'
     ORDER BY object_id, post_id
        ON CONFLICT (object_id, post_id, kind) WHERE read_at IS NULL
        ${tellsAgain ? isNewsAgain : 'DO NOTHING'}
    RETURNING id, person_id AS "personId", on_page AS "onPage", mail`;
}
