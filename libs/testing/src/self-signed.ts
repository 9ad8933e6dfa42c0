import { generateKeyPairSync, sign } from 'node:crypto';

const sequence = 0x30;
const set = 0x31;
const integer = 0x02;
const bits = 0x03;
const objectId = 0x06;
const utf8 = 0x0c;
const time = 0x17;

/** A key and a certificate for it that nobody vouches for, valid for decades; made anew, so that no key is kept in files. */
export function selfSigned(commonName: string): { readonly key: string; readonly cert: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = der(sequence, der(objectId, Buffer.from('2a8648ce3d040302', 'hex')));
  const attribute = [der(objectId, Buffer.from('550403', 'hex')), der(utf8, Buffer.from(commonName))];
  const name = der(sequence, der(set, der(sequence, ...attribute)));
  const validity = der(sequence, der(time, Buffer.from('200101000000Z')), der(time, Buffer.from('491231235959Z')));
  const content = der(
    sequence,
    der(integer, Buffer.from([1])),
    algorithm,
    name,
    validity,
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = der(bits, Buffer.from([0]), sign('sha256', content, privateKey));
  const certificate = der(sequence, content, algorithm, signature).toString('base64');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${certificate}\n-----END CERTIFICATE-----\n`,
  };
}

/** One value as ASN.1 writes it: its tag, its length, its parts. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const value = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag, ...lengthOf(value)]), value]);
}

function lengthOf({ length }: Buffer): readonly number[] {
  if (length < 128) {
    return [length];
  }
  return length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
}
