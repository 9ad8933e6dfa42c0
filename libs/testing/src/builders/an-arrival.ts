import { arrivalStatesInWork } from '#contracts';
import type { Arrival } from '#incoming';
import { foldVietnamese, newId } from '#kernel';
import { anAgency } from './an-agency.js';
import { insertRow, nextNumber, type Queries } from './insert-row.js';

const registered: ReadonlySet<string> = new Set([...arrivalStatesInWork, 'completed']);

/** A document from an agency that is not on this system, waiting for the clerk; with a number when it is registered. */
export async function anArrival(database: Queries, overrides: Partial<Arrival> = {}): Promise<Arrival> {
  const symbol = overrides.symbol ?? `${nextNumber()}/CT-BTP`;
  const subject = overrides.subject ?? 'Về công tác văn thư';
  const isRegistered = registered.has(overrides.state ?? 'arrived');
  return insertRow<Arrival>(database, 'arrivals', {
    id: newId(),
    agencyId: overrides.agencyId ?? (await anAgency(database)).id,
    deliveryId: null,
    senderId: null,
    senderCode: 'G15',
    senderName: 'Bộ Tư pháp',
    state: 'arrived',
    typeName: 'Chỉ thị',
    symbol,
    subject,
    urgency: 'normal',
    issuedOn: '2017-05-02',
    dueDate: null,
    signerName: 'Hà Văn Ký',
    signerPosition: 'Thứ trưởng',
    digest: '0'.repeat(64),
    source: 'electronic',
    pageCount: null,
    paperArrivedOn: null,
    joinedToId: null,
    paperToo: false,
    arrivedAt: new Date('2017-05-03T02:00:00Z'),
    openedAt: null,
    arrivalYear: isRegistered ? 2017 : null,
    arrivalNumber: isRegistered ? nextNumber() : null,
    refusalReason: null,
    submittedToPostId: null,
    submittedAt: null,
    completedAt: null,
    addresseeCode: null,
    addresseeName: null,
    restricted: false,
    searchText: foldVietnamese(`${symbol} ${subject} Bộ Tư pháp`),
    ...overrides,
  });
}
