import type { Passkey } from '#identity';
import { newId } from '#kernel';
import { aPerson } from './a-person.js';
import { insertRow, nextNumber, type Queries } from './insert-row.js';

/** A passkey that is there but signs nothing: nobody holds its other half. */
export async function aPasskey(database: Queries, overrides: Partial<Passkey> = {}): Promise<Passkey> {
  return insertRow<Passkey>(database, 'passkeys', {
    id: newId(),
    personId: overrides.personId ?? (await aPerson(database)).id,
    name: `Khóa số ${nextNumber()}`,
    site: 'vanthu.example',
    credentialId: newId(),
    publicKey: Buffer.from('the public half'),
    counter: 0,
    transports: ['internal'],
    createdAt: new Date(),
    lastUsedAt: null,
    ...overrides,
  });
}
