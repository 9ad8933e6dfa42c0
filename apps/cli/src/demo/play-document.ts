import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import {
  ArrivalPage,
  type ArrivalSummary,
  ArrivalView,
  AttachmentView,
  DeliveryPage,
  type DeliveryView,
  DocumentView,
  type ExchangeMode,
  SignerList,
} from '#contracts';
import { newId } from '#kernel';
import type { HttpClient } from './http-client.js';

export interface Sender {
  readonly civilServant: HttpClient;
  readonly leader: HttpClient;
  readonly clerk: HttpClient;
}

export interface Recipient {
  readonly agencyId: string;
  readonly agencyName: string;
  readonly clerk: HttpClient;
  readonly channel: ExchangeMode;
  readonly answer: 'accept' | 'complete' | { readonly refuse: string };
}

/** What a recipient ended with: the state that the sender sees, and whether every byte of every file is the same. */
export interface RecipientOutcome {
  readonly agencyName: string;
  readonly channel: ExchangeMode;
  readonly state: string;
  readonly arrivalNumber: number | null;
  readonly exactBytes: boolean;
}

export interface DocumentOutcome {
  readonly documentId: string;
  readonly symbol: string;
  readonly fileName: string;
  /** From the answer to the send call until the last recipient had it. */
  readonly arrivedAfterMs: number;
  readonly recipients: readonly RecipientOutcome[];
}

export interface DocumentScript {
  readonly file: string;
  readonly typeCode: string;
  readonly subject: string;
  readonly sender: Sender;
  readonly recipients: readonly Recipient[];
  readonly onStep: (step: string) => void;
}

/** How long all recipients may take to be reached before the demonstration gives up, in milliseconds. */
const patience = 30_000;

/** Plays one document from draft to the last answer, each step by the person whose work it is. */
export async function playDocument(script: DocumentScript): Promise<DocumentOutcome> {
  const { sender, recipients, onStep } = script;
  const draft = await draftDocument(script);
  onStep(`drafted “${script.subject}” with ${basename(script.file)}`);
  const path = `/documents/${draft.id}`;
  await sender.civilServant.post(`${path}/submit`, DocumentView);
  await sender.leader.post(`${path}/approve`, DocumentView);
  const issued = await sender.clerk.post(`${path}/issue`, DocumentView);
  onStep(`approved and issued as ${issued.symbol}`);
  await sender.clerk.post(`${path}/send`, DocumentView);
  const began = performance.now();
  await untilReached(sender.clerk, draft.id);
  const arrivedAfterMs = performance.now() - began;
  onStep(`sent to ${recipients.length} recipients; all reached ${Math.round(arrivedAfterMs)} ms after the answer`);
  const digest = await digestOf(createReadStream(script.file));
  const exact = await Promise.all(recipients.map((recipient) => receive(recipient, issued, digest)));
  onStep('opened, compared byte by byte and answered by every recipient');
  const deliveries = await deliveriesOf(sender.clerk, draft.id);
  return {
    documentId: draft.id,
    symbol: issued.symbol ?? '',
    fileName: basename(script.file),
    arrivedAfterMs,
    recipients: recipients.map((recipient, index) =>
      outcomeOf(recipient, deliveries.get(recipient.agencyId), exact[index] === true),
    ),
  };
}

async function draftDocument({ sender, file, typeCode, subject, recipients }: DocumentScript): Promise<DocumentView> {
  const signers = await sender.civilServant.get('/signers', SignerList);
  const draft = await sender.civilServant.post('/documents', DocumentView, {
    typeCode,
    subject,
    signerPostId: signers.items[0]?.postId,
    recipients: recipients.map(({ agencyId, channel }) => ({
      agencyId,
      channel,
      paperReason: channel === 'electronic' ? null : { code: 'paper-value' },
    })),
  });
  const path = `/documents/${draft.id}/attachments/${newId()}?fileName=${encodeURIComponent(basename(file))}`;
  await sender.civilServant.upload(path, file, AttachmentView);
  return draft;
}

async function deliveriesOf(client: HttpClient, documentId: string): Promise<Map<string, DeliveryView>> {
  const found = new Map<string, DeliveryView>();
  let after = '';
  do {
    const page = await client.get(`/documents/${documentId}/deliveries?limit=200${after}`, DeliveryPage);
    page.items.forEach((delivery) => found.set(delivery.recipient.id ?? delivery.id, delivery));
    after = page.next === null ? '' : `&after=${page.next}`;
  } while (after !== '');
  return found;
}

async function untilReached(client: HttpClient, documentId: string): Promise<void> {
  const deadline = performance.now() + patience;
  while (performance.now() < deadline) {
    const deliveries = [...(await deliveriesOf(client, documentId)).values()];
    if (deliveries.every(({ state }) => state !== 'queued' && state !== 'sent')) {
      return;
    }
  }
  throw new Error(`not every recipient was reached within ${patience / 1000} s`);
}

/** The recipient’s clerk finds the arrival, reads every byte of it, and answers; paper only needs no answer. */
async function receive(recipient: Recipient, issued: DocumentView, digest: string): Promise<boolean> {
  if (recipient.channel === 'paper') {
    return true;
  }
  const arrival = await findArrival(recipient, issued);
  const exact = await sameBytes(recipient.clerk, arrival.id, digest);
  if (typeof recipient.answer === 'object') {
    await recipient.clerk.post(`/arrivals/${arrival.id}/refuse`, ArrivalView, { reason: recipient.answer.refuse });
    return exact;
  }
  await recipient.clerk.post(`/arrivals/${arrival.id}/accept`, ArrivalView);
  if (recipient.answer === 'complete') {
    await recipient.clerk.post(`/arrivals/${arrival.id}/complete`, ArrivalView);
  }
  return exact;
}

async function findArrival(recipient: Recipient, { symbol, agency }: DocumentView): Promise<ArrivalSummary> {
  const page = await recipient.clerk.get('/arrivals?box=to-receive&limit=200', ArrivalPage);
  const arrival = page.items.find((item) => item.symbol === symbol && item.sender.id === agency.id);
  if (arrival === undefined) {
    throw new Error(`${symbol} did not arrive at ${recipient.agencyName}`);
  }
  return arrival;
}

async function sameBytes(clerk: HttpClient, arrivalId: string, digest: string): Promise<boolean> {
  const { attachments } = await clerk.get(`/arrivals/${arrivalId}`, ArrivalView);
  const [attachment] = attachments;
  if (attachment === undefined || attachments.length !== 1) {
    return false;
  }
  const content = await clerk.download(`/arrivals/${arrivalId}/attachments/${attachment.id}/content`);
  return (await digestOf(content)) === digest;
}

async function digestOf(content: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of content) {
    hash.update(chunk);
  }
  return hash.digest('hex');
}

function outcomeOf(recipient: Recipient, delivery: DeliveryView | undefined, exactBytes: boolean): RecipientOutcome {
  return {
    agencyName: recipient.agencyName,
    channel: recipient.channel,
    state: delivery?.state ?? 'missing',
    arrivalNumber: delivery?.arrivalNumber ?? null,
    exactBytes: exactBytes && delivery !== undefined,
  };
}
