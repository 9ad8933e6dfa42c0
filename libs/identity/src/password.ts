import { hash, verify } from '@node-rs/argon2';

/** OWASP’s password storage advice: argon2id (the library’s default); 64 MiB and three passes cost an attacker more than they cost us. */
const options = { memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;

let decoy: Promise<string> | undefined;

export async function hashPassword(password: string): Promise<string> {
  return hash(password, options);
}

/**
 * Whether the password fits. An unknown name (no hash) costs the same time as a wrong password, so that the answer’s
 * time does not tell which names exist.
 */
export async function passwordFits(stored: string | null | undefined, password: string): Promise<boolean> {
  if (stored === null || stored === undefined) {
    decoy ??= hashPassword('a password that nobody has');
    await verify(await decoy, password);
    return false;
  }
  return verify(stored, password);
}
