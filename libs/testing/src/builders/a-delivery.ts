import type { Delivery } from '#exchange';
import { newId } from '#kernel';
import { aDispatch } from './a-dispatch.js';
import { anAgency } from './an-agency.js';
import { insertRow, type Queries } from './insert-row.js';

/** A document on its way to an agency: electronic and queued, or sent on paper with nothing left to do. */
export async function aDelivery(database: Queries, overrides: Partial<Delivery> = {}): Promise<Delivery> {
  const dispatch =
    overrides.dispatchId === undefined || overrides.documentId === undefined
      ? await aDispatch(database, overrides.documentId === undefined ? {} : { documentId: overrides.documentId })
      : { id: overrides.dispatchId, documentId: overrides.documentId };
  const mode = overrides.mode ?? 'electronic';
  return insertRow<Delivery>(database, 'deliveries', {
    id: newId(),
    dispatchId: dispatch.id,
    documentId: dispatch.documentId,
    recipientId: overrides.recipientId ?? (await anAgency(database)).id,
    recipientCode: 'H28.16',
    recipientName: 'Sở Tư pháp',
    recipientAddress: null,
    mode,
    channel: mode === 'paper' ? 'paper' : 'local',
    transportState: mode === 'paper' ? 'done' : 'queued',
    state: mode === 'paper' ? 'on-paper' : 'queued',
    stateAt: new Date('2017-05-02T02:00:00Z'),
    arrivalNumber: null,
    failure: null,
    cause: null,
    tries: 0,
    nextTryAt: null,
    calledAt: null,
    leaseUntil: null,
    giveUpAt: null,
    paperReason: null,
    paperReasonCode: null,
    handedOn: null,
    takenBy: null,
    handoverMarkedByPostId: null,
    ...overrides,
  });
}
