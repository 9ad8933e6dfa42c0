import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { Database } from '#platform';
import type { ChallengePurpose } from './passkey-challenge.entity.js';

/** Milliseconds that a person has for finding the key or the finger. */
export const challengeMs = 300_000;

/** Challenges for passkeys: each for one session and one purpose, used once, and not for long. */
@Injectable()
export class PasskeyChallenges {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** A new one in the place of the one before. */
  async make(sessionId: string, purpose: ChallengePurpose): Promise<string> {
    const challenge = randomBytes(32).toString('base64url');
    await this.database.query(
      `INSERT INTO passkey_challenges (session_id, purpose, challenge, expires_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (session_id, purpose) DO UPDATE SET challenge = EXCLUDED.challenge, expires_at = EXCLUDED.expires_at`,
      [sessionId, purpose, challenge, new Date(this.clock.now().getTime() + challengeMs)],
    );
    return challenge;
  }

  /** The challenge, which is gone from now on; undefined when there is none or its time is over. */
  async take(sessionId: string, purpose: ChallengePurpose): Promise<string | undefined> {
    const { rows } = await this.database.execute<{ challenge: string; expiresAt: Date }>(
      `DELETE FROM passkey_challenges WHERE session_id = $1 AND purpose = $2
       RETURNING challenge, expires_at AS "expiresAt"`,
      [sessionId, purpose],
    );
    const [row] = rows;
    return row !== undefined && row.expiresAt > this.clock.now() ? row.challenge : undefined;
  }
}
