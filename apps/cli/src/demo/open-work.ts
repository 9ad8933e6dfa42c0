import { basename } from 'node:path';
import { AgencyDetails, AgencyPage, AttachmentView, DocumentView, SavedConnection, SignerList } from '#contracts';
import { dayOf, newId } from '#kernel';
import type { HttpClient } from './http-client.js';
import { scannedPage } from './scanned-page.js';

export interface OpenWorkScript {
  readonly civilServant: HttpClient;
  readonly colleague: HttpClient;
  readonly leader: HttpClient;
  readonly clerk: HttpClient;
  /** Of the whole system. */
  readonly administrator: HttpClient;
  /** Who gets the document on paper besides a body outside. */
  readonly recipientId: string;
  /** A file with a text of its own. */
  readonly file: string;
  readonly onStep: (step: string) => void;
}

type Source = string | Uint8Array;

const dayMs = 86_400_000;

/** Leaves work on the desks of one agency, one piece for each screen that would be empty otherwise. */
export async function leaveOpenWork(script: OpenWorkScript): Promise<void> {
  const draftOf = await drafting(script);
  await leaveHeld(draftOf);
  await leaveScan(script, draftOf);
  await leaveReview(script, draftOf);
  await leavePaper(script, draftOf);
  await leaveFailed(script, draftOf);
  script.onStep('left open: one held, one with a scan, one with reviewers, one on paper, one that can’t be delivered');
}

type DraftOf = (fields: object, files: Readonly<Record<string, Source>>) => Promise<DocumentView>;

async function drafting({ civilServant }: OpenWorkScript): Promise<DraftOf> {
  const { items: signers } = await civilServant.get('/signers', SignerList);
  const usual = { typeCode: 'cong-van', signerPostId: signers[0]?.postId };
  return async (fields, files) => {
    const { id } = await civilServant.post('/documents', DocumentView, { ...usual, ...fields });
    for (const [fileName, source] of Object.entries(files)) {
      const path = `/documents/${id}/attachments/${newId()}?fileName=${encodeURIComponent(fileName)}`;
      await civilServant.upload(path, source, AttachmentView);
    }
    return civilServant.get(`/documents/${id}`, DocumentView);
  };
}

/** The mark in its file is found by the worker: the clerk has to decide. Nothing in it is secret. */
async function leaveHeld(draftOf: DraftOf): Promise<void> {
  const text = 'SỞ NỘI VỤ\nMẬT\n\nVăn bản thử: chỉ để xem hệ thống giữ lại tệp có dấu mật như thế nào.\n';
  await draftOf(
    { subject: 'Về việc phối hợp trực trong dịp nghỉ lễ (tệp thử có dấu mật)' },
    { 'ke-hoach-truc.txt': Buffer.from(text) },
  );
}

async function leaveScan({ civilServant, recipientId, file }: OpenWorkScript, draftOf: DraftOf): Promise<void> {
  const { id } = await draftOf(
    { subject: 'Về việc góp ý dự thảo quy chế phối hợp', recipients: [{ agencyId: recipientId }] },
    { [basename(file)]: file, 'phieu-gop-y-ban-quet.pdf': scannedPage() },
  );
  await civilServant.post(`/documents/${id}/submit`, DocumentView);
}

/** Given back by one reviewer, changed, and before both again. */
async function leaveReview(script: OpenWorkScript, draftOf: DraftOf): Promise<void> {
  const { civilServant, colleague, clerk, recipientId } = script;
  const dueOn = dayOf(new Date(Date.now() + 3 * dayMs));
  const fields = {
    typeCode: 'quyet-dinh',
    subject: 'Về việc thành lập Tổ rà soát thủ tục hành chính',
    recipients: [{ agencyId: recipientId }],
    reviewMode: 'side-by-side',
    reviewers: [colleague, clerk].map(({ session }) => ({ postId: session.post.id, dueOn })),
  };
  const draft = await draftOf(fields, { [basename(script.file)]: script.file });
  const path = `/documents/${draft.id}`;
  await civilServant.post(`${path}/submit`, DocumentView);
  await colleague.post(`${path}/agree`, DocumentView, { opinion: 'Nhất trí với dự thảo.' });
  await clerk.post(`${path}/give-back`, DocumentView, { opinion: 'Xin ghi rõ thời hạn của Tổ trong trích yếu.' });
  const { version } = await civilServant.get(path, DocumentView);
  await civilServant.put(path, DocumentView, version, {
    ...fields,
    signerPostId: draft.signerPostId,
    subject: 'Về việc thành lập Tổ rà soát thủ tục hành chính đến hết năm',
    description: 'Đã bổ sung thời hạn theo ý kiến văn thư',
  });
  await civilServant.post(`${path}/submit`, DocumentView);
  await colleague.post(`${path}/agree`, DocumentView, { opinion: '' });
}

/** With a covering note and two envelopes, and one colleague who gets it to know. */
async function leavePaper(script: OpenWorkScript, draftOf: DraftOf): Promise<void> {
  const { civilServant, colleague, leader, clerk, recipientId } = script;
  const { id } = await draftOf(
    {
      subject: 'Về việc mời cử người tham gia Hội đồng khen thưởng',
      recipients: [{ agencyId: recipientId, channel: 'electronic-with-paper', paperReason: { code: 'on-request' } }],
      externals: [
        {
          name: 'Công ty Điện lực Hòa Bình',
          address: 'Số 1, đường Trần Hưng Đạo, thành phố Hòa Bình',
          paperReason: { code: 'not-on-system' },
        },
      ],
      people: [{ postId: colleague.session.post.id }],
    },
    { [basename(script.file)]: script.file },
  );
  await civilServant.post(`/documents/${id}/submit`, DocumentView);
  await leader.post(`/documents/${id}/approve`, DocumentView);
  await clerk.post(`/documents/${id}/issue`, DocumentView);
  await clerk.post(`/documents/${id}/send`, DocumentView);
}

/** Its recipient has a system of its own, inside a network that the settings don’t name: it needs attention at once. */
async function leaveFailed(script: OpenWorkScript, draftOf: DraftOf): Promise<void> {
  const agencyId = await unreachable(script.administrator);
  const draft = await draftOf(
    { subject: 'Về việc cung cấp số liệu tổ chức bộ máy', recipients: [{ agencyId }] },
    { [basename(script.file)]: script.file },
  );
  await script.civilServant.post(`/documents/${draft.id}/submit`, DocumentView);
  await script.leader.post(`/documents/${draft.id}/approve`, DocumentView);
  await script.clerk.post(`/documents/${draft.id}/issue`, DocumentView);
  await script.clerk.post(`/documents/${draft.id}/send`, DocumentView);
}

/** There already when the demonstration was played before. */
async function unreachable(administrator: HttpClient): Promise<string> {
  const code = 'G09.01';
  const [known] = (await administrator.get(`/agencies?search=${code}`, AgencyPage)).items;
  if (known !== undefined) {
    return known.id;
  }
  const { id } = await administrator.post('/agencies', AgencyDetails, {
    code,
    name: 'Viện Khoa học tổ chức nhà nước (kết nối thử)',
    abbreviation: 'VKH',
    level: 'external',
  });
  await administrator.put(`/agencies/${id}/connection`, SavedConnection, 0, {
    channel: 'webhook',
    webhookUrl: 'https://10.0.0.9/nhan-van-ban',
  });
  return id;
}
