import { ArrivalPage, type ArrivalSummary, AttachmentView, type CorrectionKind, DocumentView } from '#contracts';
import { newId } from '#kernel';
import { waitUntil } from '#testing';
import type { Answer } from './answer.js';
import type { Caller } from './caller.js';
import type { Office } from './office.js';

/** Milliseconds until a delivery that works has surely come; the machine may be busy. */
export const patience = 20_000;

/** The body of a draft that is right in every field. */
export function draftBody(office: Office, recipientIds: readonly string[], overrides: object = {}): object {
  return {
    typeCode: 'quyet-dinh',
    subject: 'Về việc kiện toàn Ban chỉ đạo cải cách hành chính',
    signerPostId: office.leader.session.post.id,
    recipients: recipientIds.map((agencyId) => ({ agencyId, channel: 'electronic' })),
    ...overrides,
  };
}

/** A small file that every reader takes for a PDF, other bytes for every seed. */
export function pdf(seed = newId(), size = 600): Buffer {
  const head = `%PDF-1.4\n% ${seed}\n`;
  return Buffer.from(head.padEnd(size, 'x'));
}

export interface Upload {
  readonly fileName?: string;
  readonly content?: Uint8Array;
  readonly attachmentId?: string;
}

export async function upload(by: Caller, documentId: string, given: Upload = {}): Promise<Answer> {
  const { fileName = 'quyết định.pdf', content = pdf(), attachmentId = newId() } = given;
  return by.call('PUT', attachmentPath(documentId, attachmentId, fileName), {
    headers: { 'content-type': 'application/octet-stream' },
    body: content,
  });
}

export function attachmentPath(documentId: string, attachmentId: string, fileName: string): string {
  return `/documents/${documentId}/attachments/${attachmentId}?fileName=${encodeURIComponent(fileName)}`;
}

type State = 'draft' | 'submitted' | 'approved' | 'issued' | 'sent';

/** Who makes which step on the way to a state. */
const steps: readonly { readonly to: State; readonly path: string; readonly by: keyof Omit<Office, 'agencyId'> }[] = [
  { to: 'submitted', path: 'submit', by: 'civilServant' },
  { to: 'approved', path: 'approve', by: 'leader' },
  { to: 'issued', path: 'issue', by: 'clerk' },
  { to: 'sent', path: 'send', by: 'clerk' },
];

/** A document with one file that has come as far as the state. */
export async function documentIn(
  state: State,
  office: Office,
  recipientIds: readonly string[],
  overrides: object = {},
  file: Upload = {},
): Promise<DocumentView> {
  const drafted = await office.civilServant.post('/documents', draftBody(office, recipientIds, overrides));
  const { id } = drafted.as(DocumentView);
  (await upload(office.civilServant, id, file)).as(AttachmentView);
  return bringTo(state, office, id);
}

/** A draft with its file goes on as far as the state. */
async function bringTo(state: State, office: Office, id: string): Promise<DocumentView> {
  const last = steps.findIndex(({ to }) => to === state);
  for (const { path, by } of steps.slice(0, last + 1)) {
    (await office[by].post(`/documents/${id}/${path}`)).as(DocumentView);
  }
  return (await office.civilServant.get(`/documents/${id}`)).as(DocumentView);
}

/** Sends what corrects, amends or replaces a sent document, to the same recipients. */
export async function sendCorrection(office: Office, documentId: string, kind: CorrectionKind): Promise<DocumentView> {
  const { id } = (await office.civilServant.post(`/documents/${documentId}/corrections`, { kind })).as(DocumentView);
  (await upload(office.civilServant, id)).as(AttachmentView);
  return bringTo('sent', office, id);
}

/** Waits for the arrival of a sent document at a recipient. */
export async function arrivalAt(recipient: Office, document: DocumentView): Promise<ArrivalSummary> {
  let found: ArrivalSummary | undefined;
  await waitUntil(`${document.symbol} arrived`, patience, async () => {
    const page = (await recipient.clerk.get('/arrivals?limit=200')).as(ArrivalPage);
    found = page.items.find(
      ({ symbol, subject, sender }) =>
        symbol === document.symbol && subject === document.subject && sender.id === document.agency.id,
    );
    return found !== undefined;
  });
  if (found === undefined) {
    throw new Error('the waiting ended without an arrival');
  }
  return found;
}
