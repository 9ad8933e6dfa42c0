import { createHash } from 'node:crypto';
import { ArrivalPage, type ArrivalState, ArrivalView, DeliveryInAttentionPage } from '#contracts';
import { placeOf } from './judge.js';
import type { ReceivedDocument } from './ledger.js';
import type { People } from './people.js';
import type { DrillReceiver } from './receiver.js';
import type { StubbornClient } from './stubborn-client.js';

/** Everything that recipients have, asked of them one by one: each file is fetched, and its bytes are what counts. */
export async function collectReceived(
  people: People,
  receivers: readonly DrillReceiver[],
): Promise<ReceivedDocument[]> {
  const received: ReceivedDocument[] = [];
  const waiting = [...people.clerks];
  const fetchNext = async (): Promise<void> => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      received.push(...(await arrivalsOf(...next)));
    }
  };
  await Promise.all([fetchNext(), fetchNext(), fetchNext()]);
  for (const receiver of receivers) {
    received.push(...(await documentsOf(receiver)));
  }
  return received;
}

async function arrivalsOf(agencyCode: string, clerk: StubbornClient): Promise<ReceivedDocument[]> {
  const received: ReceivedDocument[] = [];
  for (let after: string | null = ''; after !== null;) {
    const page: ArrivalPageView = await clerk.get(`/arrivals?limit=200${after && `&after=${after}`}`, ArrivalPage);
    for (const { id, subject, state } of page.items) {
      const { attachments } = await clerk.get(`/arrivals/${id}`, ArrivalView);
      const digests: string[] = [];
      for (const file of attachments) {
        digests.push(digestOf(await clerk.bytes(`/arrivals/${id}/attachments/${file.id}/content`)));
      }
      received.push({ agencyCode, subject, digests, standing: standingOf(state) });
    }
    after = page.next;
  }
  return received;
}

function standingOf(state: ArrivalState): ReceivedDocument['standing'] {
  if (state === 'recalled') {
    return 'sealed';
  }
  return state === 'arrived' ? 'waiting' : 'answered';
}

type ArrivalPageView = ReturnType<typeof ArrivalPage.parse>;

/** Of an agency’s own system: its ledger, with the bytes behind the links that it was given. */
async function documentsOf(receiver: DrillReceiver): Promise<ReceivedDocument[]> {
  const received: ReceivedDocument[] = [];
  for (const { deliveryId, subject, files } of receiver.kept.values()) {
    const digests: string[] = [];
    const isBack = receiver.givenBack.has(deliveryId);
    for (const { url } of isBack ? [] : files) {
      const answer = await fetch(url);
      digests.push(answer.ok ? digestOf(Buffer.from(await answer.arrayBuffer())) : `answered with ${answer.status}`);
    }
    received.push({ agencyCode: receiver.agencyCode, subject, digests, standing: isBack ? 'sealed' : 'waiting' });
  }
  return received;
}

function digestOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** What the senders are shown as needing attention. */
export async function collectAttention(people: People, codes: ReadonlyMap<string, string>): Promise<Set<string>> {
  const shown = new Set<string>();
  for (const { code } of people.senders) {
    for (const { subject, recipientName } of await attentionOf(people.clerks.get(code))) {
      shown.add(placeOf(subject ?? 'a document not shown', codes.get(recipientName) ?? recipientName));
    }
  }
  return shown;
}

type AttentionPage = ReturnType<typeof DeliveryInAttentionPage.parse>;

async function attentionOf(clerk: StubbornClient | undefined): Promise<AttentionPage['items']> {
  const items: AttentionPage['items'] = [];
  if (clerk === undefined) {
    return items;
  }
  for (let after: string | null = ''; after !== null;) {
    const path = `/deliveries-in-attention?limit=200${after && `&after=${after}`}`;
    const page: AttentionPage = await clerk.get(path, DeliveryInAttentionPage);
    items.push(...page.items);
    after = page.next;
  }
  return items;
}
