import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import type { NewPasskey, PasskeyAnswer, PasskeyOffer, PasskeyQuestion } from '#contracts';

const userPresent = 0x01;
const userVerified = 0x04;
const holdsCredential = 0x40;

export interface Behaviour {
  readonly origin: string;
  readonly host: string;
  readonly counter?: number;
  readonly verifiesUser?: boolean;
}

const text = (value: string): Buffer => Buffer.from(value);
const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();

/** A device with one passkey (ES256, attestation “none”), made of nothing but keys and bytes. */
export class TestAuthenticator {
  readonly id = randomBytes(16);
  private readonly publicKey: KeyObject;
  private readonly privateKey: KeyObject;

  constructor() {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.publicKey = pair.publicKey;
    this.privateKey = pair.privateKey;
  }

  make({ challenge }: Pick<PasskeyOffer, 'challenge'>, how: Behaviour): NewPasskey['credential'] {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.id.length);
    const credential = Buffer.concat([Buffer.alloc(16), length, this.id, this.coseKey()]);
    const data = Buffer.concat([authenticatorData(how, holdsCredential), credential]);
    // {"fmt": "none", "attStmt": {}, "authData": bytes} in CBOR.
    const attestation = Buffer.concat([
      Buffer.from([0xa3, 0x63]),
      text('fmt'),
      Buffer.from([0x64]),
      text('none'),
      Buffer.from([0x67]),
      text('attStmt'),
      Buffer.from([0xa0, 0x68]),
      text('authData'),
      Buffer.from([0x58, data.length]),
      data,
    ]);
    return {
      ...this.ref(),
      response: {
        clientDataJSON: clientData('webauthn.create', challenge, how).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
        transports: ['internal'],
      },
    };
  }

  sign({ challenge }: Pick<PasskeyQuestion, 'challenge'>, how: Behaviour): PasskeyAnswer {
    const data = authenticatorData(how);
    const client = clientData('webauthn.get', challenge, how);
    return {
      ...this.ref(),
      response: {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: sign('sha256', Buffer.concat([data, sha256(client)]), this.privateKey).toString('base64url'),
      },
    };
  }

  private ref(): { id: string; rawId: string; type: 'public-key' } {
    const id = this.id.toString('base64url');
    return { id, rawId: id, type: 'public-key' };
  }

  /** {1: 2, 3: -7, -1: 1, -2: x, -3: y} in CBOR. */
  private coseKey(): Buffer {
    const { x = '', y = '' } = this.publicKey.export({ format: 'jwk' });
    return Buffer.concat([
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]),
      Buffer.from(x, 'base64url'),
      Buffer.from([0x22, 0x58, 0x20]),
      Buffer.from(y, 'base64url'),
    ]);
  }
}

function clientData(type: string, challenge: string, { origin }: Behaviour): Buffer {
  return text(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}

function authenticatorData({ host, counter = 0, verifiesUser = true }: Behaviour, more = 0): Buffer {
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  const flags = userPresent | (verifiesUser ? userVerified : 0) | more;
  return Buffer.concat([sha256(text(host)), Buffer.from([flags]), count]);
}
