import { z } from 'zod';
import { ConnectionView, SavedConnection, SignerList } from '#contracts';
import { readProvince } from '../../apps/cli/src/seed-province.js';
import type { House } from './house.js';
import { password } from './house.js';
import type { DrillReceiver } from './receiver.js';
import { type ClientFigures, StubbornClient } from './stubborn-client.js';

export interface Sender {
  readonly code: string;
  readonly signerPostId: string;
  readonly civilServant: StubbornClient;
  readonly leader: StubbornClient;
}

/** Everyone who takes part, signed in before the first fault. */
export interface People {
  readonly senders: readonly Sender[];
  /** By agency code. */
  readonly clerks: ReadonlyMap<string, StubbornClient>;
  readonly agencyIds: ReadonlyMap<string, string>;
}

const senderCodes: readonly string[] = ['H28.02', 'H28.05', 'H28.16'];

export async function gather(house: House, figures: ClientFigures): Promise<People> {
  const { people } = await readProvince();
  const signIn = (code: string, role: string): Promise<StubbornClient> => {
    const userName = people.find((person) => person.agencyCode === code && person.role === role)?.userName ?? '';
    return StubbornClient.signIn(house.addresses, figures, { userName, password });
  };
  const clerks = new Map<string, StubbornClient>();
  for (const code of people.filter(({ role }) => role === 'clerk').map(({ agencyCode }) => agencyCode)) {
    clerks.set(code, await signIn(code, 'clerk'));
  }
  const senders: Sender[] = [];
  for (const code of senderCodes) {
    const civilServant = await signIn(code, 'civil-servant');
    const signers = await civilServant.get('/signers', SignerList);
    const signerPostId = signers.items[0]?.postId ?? '';
    senders.push({ code, signerPostId, civilServant, leader: await signIn(code, 'leader') });
  }
  return { senders, clerks, agencyIds: await agencyIdsOf(house) };
}

async function agencyIdsOf(house: House): Promise<ReadonlyMap<string, string>> {
  const database = await house.database();
  const { rows } = await database.query<{ code: string; id: string }>('SELECT code, id FROM agencies');
  await database.end();
  return new Map(rows.map(({ code, id }) => [code, id]));
}

/** Tells the system that an agency has a system of its own. */
export async function connect(
  house: House,
  people: People,
  receiver: DrillReceiver,
  figures: ClientFigures,
): Promise<void> {
  const province = await readProvince();
  const userName = province.people.find(({ role }) => role === 'system-administrator')?.userName ?? '';
  const administrator = await StubbornClient.signIn(house.addresses, figures, { userName, password });
  const path = `/agencies/${people.agencyIds.get(receiver.agencyCode) ?? ''}/connection`;
  const { version } = await administrator.get(path, ConnectionView);
  const body = JSON.stringify({ channel: 'webhook', webhookUrl: receiver.url });
  const headers = { 'if-match': `"${version}"`, 'content-type': 'application/json' };
  const saved = await administrator.put(path, SavedConnection, body, headers);
  receiver.secret = z.string().parse(saved.newSecret);
}
