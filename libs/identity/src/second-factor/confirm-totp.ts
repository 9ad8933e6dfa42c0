import { Injectable } from '@nestjs/common';
import { Clock, DomainError } from '#kernel';
import { Database } from '#platform';
import type { SessionRecord } from '../session-record.js';
import { CompleteEnrolment, type Enrolled } from './complete-enrolment.js';
import { FreshSession } from './fresh-session.js';
import { PersonFactors } from './person-factors.js';
import { TotpSecrets } from './totp-secrets.js';
import { stepOf } from './totp.js';

interface OfferRow {
  readonly name: string;
  readonly sealedSecret: string;
}

/** The first right code shows that the app took the secret: from now on it is asked for at every sign-in. */
@Injectable()
export class ConfirmTotp {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly fresh: FreshSession,
    private readonly factors: PersonFactors,
    private readonly secrets: TotpSecrets,
    private readonly enrolment: CompleteEnrolment,
  ) {}

  async execute(session: SessionRecord, factorId: string, code: string): Promise<Enrolled> {
    await this.fresh.check(session.id);
    const { personId } = session.actor;
    const offer = await this.offerOf(personId, factorId);
    const now = this.clock.now();
    const step = stepOf(code, this.secrets.open(offer.sealedSecret, factorId), now);
    if (step === undefined) {
      throw new DomainError('second-factor.wrong-code');
    }
    return this.database.transaction(async () => {
      await this.factors.hold(personId);
      await this.factors.checkRoom(personId);
      const { affected } = await this.database.execute(
        `UPDATE totp_factors SET confirmed_at = $2, last_used_at = $2, last_step = $3
          WHERE id = $1 AND confirmed_at IS NULL`,
        [factorId, now, step],
      );
      if (affected === 0) {
        throw new DomainError('not-found');
      }
      return this.enrolment.execute(session, { id: factorId, kind: 'totp', name: offer.name });
    });
  }

  private async offerOf(personId: string, factorId: string): Promise<OfferRow> {
    const [row] = await this.database.query<OfferRow>(
      `SELECT name, sealed_secret AS "sealedSecret" FROM totp_factors
        WHERE id = $1 AND person_id = $2 AND confirmed_at IS NULL`,
      [factorId, personId],
    );
    if (row === undefined) {
      throw new DomainError('not-found');
    }
    return row;
  }
}
