import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** Bytes of a nonce of AES-GCM, as NIST SP 800-38D has it. */
const nonceLength = 12;
const tagLength = 16;

interface Key {
  /** Says which key sealed a text; tells nothing about the key. */
  readonly id: string;
  readonly bytes: Buffer;
}

/** A text was sealed with a key that this process does not have. */
export class SecretKeyUnknown extends Error {
  override name = 'SecretKeyUnknown';
}

/**
 * Texts that the system has to read again but nobody else may, such as the secret that an app makes codes from: kept
 * under a key of the installation (AES-256-GCM). What it is kept for is sealed in, so that a sealed text that is moved
 * to another row does not open.
 */
export class Secrets {
  private readonly keys: readonly [Key, ...Key[]];

  /** The first key seals; those after it still open what they sealed before. */
  constructor([first, ...older]: readonly [string, ...string[]]) {
    this.keys = [keyOf(first), ...older.map(keyOf)];
  }

  seal(text: string, purpose: string): string {
    const [key] = this.keys;
    const nonce = randomBytes(nonceLength);
    const cipher = createCipheriv('aes-256-gcm', key.bytes, nonce).setAAD(Buffer.from(purpose));
    const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `${key.id}.${sealed.toString('base64url')}`;
  }

  /** @throws SecretKeyUnknown when the key has been changed; a plain error when the text was tampered with. */
  open(sealed: string, purpose: string): string {
    const [id = '', text = ''] = sealed.split('.');
    const key = this.keys.find((one) => one.id === id);
    if (key === undefined) {
      throw new SecretKeyUnknown(`a secret was sealed with the key ${id}, which is not in SECRET_KEY`);
    }
    const bytes = Buffer.from(text, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', key.bytes, bytes.subarray(0, nonceLength))
      .setAAD(Buffer.from(purpose))
      .setAuthTag(bytes.subarray(-tagLength));
    return decipher.update(bytes.subarray(nonceLength, -tagLength), undefined, 'utf8') + decipher.final('utf8');
  }
}

/** The settings ask for 32 characters at least, made at random: one hash makes them the 256 bits of a key. */
function keyOf(text: string): Key {
  const bytes = createHash('sha256').update(`vanthu:secret-key:${text}`).digest();
  return { id: createHash('sha256').update(bytes).digest('hex').slice(0, 8), bytes };
}
