import { AttachmentView, DocumentChecks, DocumentView } from '#contracts';
import { waitUntil } from '#testing';
import type { Desk } from '../desk.js';
import { draftBody, patience, upload } from '../documents.js';
import type { MatrixRow, MatrixRows } from './matrix-row.js';

/** The document and the file of a submitted document that is held for a mark of secrecy. */
async function held({ sender, recipient }: Desk): Promise<string> {
  const { civilServant } = sender;
  const { id } = (await civilServant.post('/documents', draftBody(sender, [recipient.agencyId]))).as(DocumentView);
  const file = await upload(civilServant, id, { fileName: 'bao-cao.txt', content: Buffer.from('MẬT\n') });
  await waitUntil('the file is held', patience, async () => {
    const checks = (await civilServant.get(`/documents/${id}/checks`)).as(DocumentChecks);
    return checks.files[0]?.state === 'held';
  });
  return `/documents/${id}/attachments/${file.as(AttachmentView).id}`;
}

const decision = (word: string): MatrixRow => ({
  needs: 'document:decide-held',
  at: ['sender'],
  peopleOnly: true,
  thing: held,
  ask: (by, path) => by.post(`${path}/${word}`, { reason: 'Đã xem, không phải văn bản mật' }),
});

export const fileCheckRows: MatrixRows = {
  'GET /documents/{id}/checks': {
    needs: 'document:read',
    at: ['sender'],
    peopleOnly: true,
    ask: (by, _thing, { sent }) => by.get(`/documents/${sent.id}/checks`),
  },
  'POST /documents/{id}/attachments/{attachmentId}/release': decision('release'),
  'POST /documents/{id}/attachments/{attachmentId}/withdraw': decision('withdraw'),
};
