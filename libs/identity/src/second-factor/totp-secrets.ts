import { Injectable } from '@nestjs/common';
import { Secrets } from '#platform';

/** The secrets of apps, sealed for the row that they stand in. */
@Injectable()
export class TotpSecrets {
  constructor(private readonly secrets: Secrets) {}

  seal(secret: string, factorId: string): string {
    return this.secrets.seal(secret, purposeOf(factorId));
  }

  open(sealed: string, factorId: string): string {
    return this.secrets.open(sealed, purposeOf(factorId));
  }
}

function purposeOf(factorId: string): string {
  return `totp-factor:${factorId}`;
}
