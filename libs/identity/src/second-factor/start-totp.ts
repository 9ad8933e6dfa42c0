import { Injectable } from '@nestjs/common';
import type { NewTotpFactor, TotpOffer } from '#contracts';
import { Clock, newId } from '#kernel';
import { Database } from '#platform';
import type { SessionRecord } from '../session-record.js';
import { FreshSession } from './fresh-session.js';
import { PersonFactors } from './person-factors.js';
import { TotpSecrets } from './totp-secrets.js';
import { newTotpSecret, totpUri } from './totp.js';

/** Offers a secret to an app; it counts for nothing until a first code of it was right. */
@Injectable()
export class StartTotp {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly fresh: FreshSession,
    private readonly factors: PersonFactors,
    private readonly secrets: TotpSecrets,
  ) {}

  /** An offer that was made before and not taken up is forgotten. */
  async execute({ id: sessionId, actor, userName }: SessionRecord, { name }: NewTotpFactor): Promise<TotpOffer> {
    await this.fresh.check(sessionId);
    const id = newId();
    const secret = newTotpSecret();
    await this.database.transaction(async () => {
      await this.factors.hold(actor.personId);
      await this.factors.checkRoom(actor.personId);
      await this.database.query('DELETE FROM totp_factors WHERE person_id = $1 AND confirmed_at IS NULL', [
        actor.personId,
      ]);
      await this.database.query(
        'INSERT INTO totp_factors (id, person_id, name, sealed_secret, created_at) VALUES ($1, $2, $3, $4, $5)',
        [id, actor.personId, name, this.secrets.seal(secret, id), this.clock.now()],
      );
    });
    return { id, secret, uri: totpUri(userName, secret) };
  }
}
