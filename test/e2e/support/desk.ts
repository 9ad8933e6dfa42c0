import type { ArrivalSummary, DocumentView } from '#contracts';
import { startTestApp, type TestApp } from '../../start-app.js';
import { arrivalAt, documentIn } from './documents.js';
import { type Office, officeOf } from './office.js';

/** A running system with a document at every step and an arrival in every state. */
export interface Desk {
  readonly app: TestApp;
  readonly sender: Office;
  readonly recipient: Office;
  /** An agency that has nothing to do with any of it. */
  readonly stranger: Office;
  readonly draft: DocumentView;
  readonly submitted: DocumentView;
  readonly approved: DocumentView;
  readonly issued: DocumentView;
  readonly sent: DocumentView;
  readonly arrived: ArrivalSummary;
  readonly accepted: ArrivalSummary;
  readonly refused: ArrivalSummary;
}

export async function deskWithEverything(environment: Readonly<Record<string, string>> = {}): Promise<Desk> {
  const app = await startTestApp(environment);
  const sender = await officeOf(app, 'snv');
  const recipient = await officeOf(app, 'kimboi');
  const stranger = await officeOf(app, 'stp');
  const documentAt = async (state: Parameters<typeof documentIn>[0]): Promise<DocumentView> =>
    documentIn(state, sender, [recipient.agencyId], { subject: `Văn bản ở bước ${state}` });
  const arrivalOf = async (): Promise<ArrivalSummary> => arrivalAt(recipient, await documentAt('sent'));
  const sent = await documentAt('sent');
  const desk: Desk = {
    app,
    sender,
    recipient,
    stranger,
    draft: await documentAt('draft'),
    submitted: await documentAt('submitted'),
    approved: await documentAt('approved'),
    issued: await documentAt('issued'),
    sent,
    arrived: await arrivalAt(recipient, sent),
    accepted: await arrivalOf(),
    refused: await arrivalOf(),
  };
  await recipient.clerk.post(`/arrivals/${desk.accepted.id}/accept`);
  await recipient.clerk.post(`/arrivals/${desk.refused.id}/refuse`, { reason: 'Gửi nhầm nơi nhận' });
  return desk;
}
