import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  ArrivalPage,
  type ArrivalSummary,
  ArrivalView,
  AttachmentView,
  type CorrectionKind,
  DocumentView,
  RecallResult,
  SignerList,
} from '#contracts';
import { newId } from '#kernel';
import type { HttpClient } from './http-client.js';

export interface Agency {
  readonly civilServant: HttpClient;
  readonly leader: HttpClient;
  readonly clerk: HttpClient;
}

export interface RecallScript {
  readonly sender: Agency;
  readonly recipient: Agency;
  readonly file: string;
  readonly onStep: (step: string) => void;
}

const patience = 30_000;

/** Leaves what senders took back, ask back, and replaced, so that both sides have each to look at. */
export async function leaveRecalled(script: RecallScript): Promise<void> {
  const withdrawn = await send(script, 'Về việc tổng hợp danh sách khen thưởng (gửi nhầm bản chưa hoàn chỉnh)');
  await arrivalOf(script, withdrawn);
  await recall(script, withdrawn, 'Gửi nhầm bản chưa hoàn chỉnh');

  const asked = await send(script, 'Về việc báo cáo kết quả rà soát biên chế');
  const { id } = await arrivalOf(script, asked);
  await script.recipient.clerk.post(`/arrivals/${id}/accept`, ArrivalView);
  await recall(script, asked, 'Số liệu phụ lục chưa khớp, sẽ gửi lại');

  const replaced = await send(script, 'Về việc tổ chức hội nghị tập huấn công tác văn thư');
  await arrivalOf(script, replaced);
  await arrivalOf(script, await correct(script, replaced, 'replaces'));
  script.onStep('taken back: one at once, one asked for; replaced: one');
}

async function send({ sender, recipient, file }: RecallScript, subject: string): Promise<DocumentView> {
  const { items: signers } = await sender.civilServant.get('/signers', SignerList);
  const draft = await sender.civilServant.post('/documents', DocumentView, {
    typeCode: 'cong-van',
    subject,
    signerPostId: signers[0]?.postId,
    recipients: [{ agencyId: recipient.clerk.session.post.agency.id }],
  });
  return bringOut(sender, draft.id, file);
}

async function correct(
  { sender, file }: RecallScript,
  { id }: DocumentView,
  kind: CorrectionKind,
): Promise<DocumentView> {
  const draft = await sender.civilServant.post(`/documents/${id}/corrections`, DocumentView, { kind });
  return bringOut(sender, draft.id, file);
}

async function bringOut({ civilServant, leader, clerk }: Agency, id: string, file: string): Promise<DocumentView> {
  const path = `/documents/${id}`;
  const attachment = `${path}/attachments/${newId()}?fileName=${encodeURIComponent(basename(file))}`;
  await civilServant.upload(attachment, file, AttachmentView);
  await civilServant.post(`${path}/submit`, DocumentView);
  await leader.post(`${path}/approve`, DocumentView);
  await clerk.post(`${path}/issue`, DocumentView);
  return clerk.post(`${path}/send`, DocumentView);
}

async function recall({ sender }: RecallScript, { id }: DocumentView, reason: string): Promise<void> {
  await sender.clerk.post(`/documents/${id}/recalls`, RecallResult, { reason });
}

async function arrivalOf({ recipient }: RecallScript, { symbol, agency }: DocumentView): Promise<ArrivalSummary> {
  const deadline = performance.now() + patience;
  while (performance.now() < deadline) {
    const { items } = await recipient.clerk.get('/arrivals?box=to-receive&limit=200', ArrivalPage);
    const arrival = items.find((item) => item.symbol === symbol && item.sender.id === agency.id);
    if (arrival !== undefined) {
      return arrival;
    }
    await pause(100);
  }
  throw new Error(`${symbol} did not arrive within ${patience / 1000} s`);
}
