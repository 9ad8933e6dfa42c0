import { generateSecret, generateURI, verifySync } from 'otplib';

/** Seconds of one step, as every app takes it to be (RFC 6238). */
const period = 30;
const issuer = 'Văn Thư';

/** 160 random bits in base 32, as RFC 4226 asks for. */
export function newTotpSecret(): string {
  return generateSecret({ length: 20 });
}

/** What the picture says that apps read. */
export function totpUri(userName: string, secret: string): string {
  return generateURI({ issuer, label: userName, secret, period });
}

/**
 * The step whose code this is: the present one, or the one before or after it, for clocks that are a little off.
 * Undefined when the code is none of them.
 */
export function stepOf(code: string, secret: string, now: Date): number | undefined {
  const epoch = Math.floor(now.getTime() / 1000);
  const result = verifySync({ secret, token: code, epoch, period, epochTolerance: period });
  return result.valid ? Math.floor(epoch / period) + result.delta : undefined;
}
