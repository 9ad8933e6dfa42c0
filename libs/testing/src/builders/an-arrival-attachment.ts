import type { ArrivalAttachment } from '#incoming';
import { newId } from '#kernel';
import { anArrival } from './an-arrival.js';
import { insertRow, type Queries } from './insert-row.js';

/** The first file of an arrival; its bytes are in no store. */
export async function anArrivalAttachment(
  database: Queries,
  overrides: Partial<ArrivalAttachment> = {},
): Promise<ArrivalAttachment> {
  return insertRow<ArrivalAttachment>(database, 'arrival_attachments', {
    id: newId(),
    arrivalId: overrides.arrivalId ?? (await anArrival(database)).id,
    position: 1,
    fileName: 'chi-thi.pdf',
    mediaType: 'application/pdf',
    size: 1,
    digest: '0'.repeat(64),
    dpi: null,
    ...overrides,
  });
}
