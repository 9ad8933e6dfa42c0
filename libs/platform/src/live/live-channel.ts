import { Injectable } from '@nestjs/common';
import type { LiveTopic } from '#contracts';
import { newId } from '#kernel';
import { Database } from '../database/database.js';

export const liveChannelName = 'vanthu_live';

/** What travels between processes: whom it is for (null: everyone), and what changed. */
export interface LiveNotice {
  /** Where a stream that was cut goes on. */
  readonly eventId: string;
  readonly agencyId: string | null;
  /** For the pages of one person only, whatever their agency. */
  readonly personId?: string;
  readonly topic: LiveTopic;
  readonly id: string | null;
}

/** Not for pages: the streams of this session have to end now. */
export interface SessionEnded {
  readonly endedSessionId: string;
}

/** Tells the open pages of agencies that something changed. Joined to a transaction, it is heard when that commits. */
@Injectable()
export class LiveChannel {
  constructor(private readonly database: Database) {}

  async publish(agencyIds: readonly string[], topic: LiveTopic, id: string | null = null): Promise<void> {
    await this.database.query(
      `SELECT pg_notify($1, json_build_object('eventId', uuidv7(), 'agencyId', agency_id, 'topic', $3::text, 'id', $4::text)::text)
         FROM unnest($2::uuid[]) AS agency_id`,
      [liveChannelName, agencyIds, topic, id],
    );
  }

  async publishToPeople(personIds: readonly string[], topic: LiveTopic): Promise<void> {
    await this.database.query(
      `SELECT pg_notify($1, json_build_object('eventId', uuidv7(), 'agencyId', NULL, 'personId', person_id, 'topic', $3::text, 'id', NULL)::text)
         FROM unnest($2::uuid[]) AS person_id`,
      [liveChannelName, personIds, topic],
    );
  }

  async publishToAll(topic: LiveTopic): Promise<void> {
    await this.database.query('SELECT pg_notify($1, $2)', [
      liveChannelName,
      JSON.stringify({ eventId: newId(), agencyId: null, topic, id: null } satisfies LiveNotice),
    ]);
  }

  /** Ends the open streams of sessions, in whichever process they are. */
  async endSessions(sessionIds: readonly string[]): Promise<void> {
    await this.database.query(
      `SELECT pg_notify($1, json_build_object('endedSessionId', id)::text) FROM unnest($2::uuid[]) AS id`,
      [liveChannelName, sessionIds],
    );
  }
}
