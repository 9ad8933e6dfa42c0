import { Injectable } from '@nestjs/common';
import type { Role } from '#contracts';
import { Clock, dayOf, newId } from '#kernel';
import { Database } from '#platform';
import { personSearchText } from './people/person-search-text.js';

export interface NewPerson {
  readonly fullName: string;
  readonly userName: string;
  /** Made by `hashPassword`. */
  readonly passwordHash: string;
  readonly agencyCode: string;
  readonly role: Role;
  readonly position: string;
}

/** Adds people, each with one post from today; those whose user name is there already stay as they are. */
@Injectable()
export class AddPeople {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws when an agency is not there: somebody without a post could never be given one by adding them again. */
  async execute(people: readonly NewPerson[]): Promise<void> {
    await this.checkAgencies(people);
    const now = this.clock.now();
    const rows = people.map((person) => ({
      ...person,
      id: newId(),
      postId: newId(),
      searchText: personSearchText({ ...person, email: null }),
    }));
    await this.database.query(
      `WITH given AS (
         SELECT * FROM jsonb_to_recordset($1::jsonb) AS row("id" uuid, "postId" uuid, "fullName" text, "userName" text,
           "passwordHash" text, "searchText" text, "agencyCode" text, "role" text, "position" text)),
       added AS (
         INSERT INTO people (id, full_name, user_name, password_hash, search_text, created_at)
         SELECT id, "fullName", "userName", "passwordHash", "searchText", $2 FROM given ORDER BY "userName"
             ON CONFLICT (user_name) DO NOTHING RETURNING id)
       INSERT INTO posts (id, person_id, agency_id, role, position, valid_from)
       SELECT given."postId", given.id, agency.id, given.role, given.position, $3
         FROM given JOIN added USING (id) JOIN agencies AS agency ON agency.code = given."agencyCode"`,
      [JSON.stringify(rows), now, dayOf(now)],
    );
  }

  private async checkAgencies(people: readonly NewPerson[]): Promise<void> {
    const missing = await this.database.query<{ code: string }>(
      `SELECT DISTINCT given.code FROM unnest($1::text[]) AS given(code)
        WHERE NOT EXISTS (SELECT 1 FROM agencies AS agency WHERE agency.code = given.code) ORDER BY given.code`,
      [people.map(({ agencyCode }) => agencyCode)],
    );
    if (missing.length > 0) {
      throw new Error(`there is no agency ${missing.map(({ code }) => code).join(', ')}`);
    }
  }
}
