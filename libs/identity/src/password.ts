import { hash, verify } from '@node-rs/argon2';

/** OWASP’s password storage advice: argon2id (the library’s default); 64 MiB and three passes cost an attacker more than they cost us. */
const options = { memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;

let decoy: Promise<string> | undefined;

/** Vietnamese keyboards write the same letter in one character or in two: both are the same password. */
export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), options);
}

/**
 * Whether the password fits. An unknown name (no hash) costs the same time as a wrong password, so that the answer’s
 * time does not tell which names exist.
 */
export async function passwordFits(stored: string | null | undefined, password: string): Promise<boolean> {
  if (stored === null || stored === undefined) {
    decoy ??= hashPassword('a password that nobody has');
    await verify(await decoy, password.normalize('NFC'));
    return false;
  }
  return verify(stored, password.normalize('NFC'));
}
