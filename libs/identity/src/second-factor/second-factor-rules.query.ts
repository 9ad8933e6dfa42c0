import { Injectable } from '@nestjs/common';
import { type Actor, type Role, roles, type SecondFactorRulesView } from '#contracts';
import { Clock, dayOf } from '#kernel';
import { Database } from '#platform';
import { checkMayManageRules } from './second-factor-policy.js';

interface Row {
  readonly role: Role;
  readonly requiredSince: Date | null;
  readonly people: number;
  readonly lacking: number;
}

/** Which roles need a second factor, and how many of their people still lack one. */
@Injectable()
export class SecondFactorRulesQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor): Promise<SecondFactorRulesView> {
    checkMayManageRules(actor);
    const rows = await this.database.query<Row>(
      `WITH equipped AS (
         SELECT person_id FROM totp_factors WHERE confirmed_at IS NOT NULL UNION SELECT person_id FROM passkeys),
       holders AS (
         SELECT post.role, count(DISTINCT person.id) AS people,
                count(DISTINCT person.id) FILTER (WHERE equipped.person_id IS NULL) AS lacking
           FROM posts AS post
           JOIN people AS person ON person.id = post.person_id
           LEFT JOIN equipped ON equipped.person_id = person.id
          WHERE person.kind = 'person' AND person.disabled_at IS NULL
            AND post.valid_from <= $2 AND (post.valid_to IS NULL OR post.valid_to >= $2)
          GROUP BY post.role)
       SELECT role, rule.required_since AS "requiredSince", coalesce(people, 0) AS people, coalesce(lacking, 0) AS lacking
         FROM unnest($1::text[]) WITH ORDINALITY AS known(role, place)
         LEFT JOIN holders USING (role)
         LEFT JOIN second_factor_rules AS rule USING (role)
        ORDER BY place`,
      [roles, dayOf(this.clock.now())],
    );
    return {
      rules: rows.map((row) => ({
        role: row.role,
        requiredSince: row.requiredSince?.toISOString() ?? null,
        people: row.people,
        lacking: row.lacking,
      })),
    };
  }
}
