import { describe, expect, it } from 'vitest';
import { contentDigest, type IssuedContent } from './content-digest.js';

const content: IssuedContent = {
  issuerCode: 'H28.02',
  issuerName: 'Sở Nội vụ',
  typeName: 'Quyết định',
  symbol: '05/QĐ-SNV',
  subject: 'Về việc kiện toàn Ban chỉ đạo',
  issuedOn: '2017-05-02',
  urgency: 'normal',
  dueDate: null,
  pageAmount: null,
  description: '',
  signer: { fullName: 'Nguyễn Văn Quang', position: 'Giám đốc' },
  attachments: [{ fileName: 'quyết định.pdf', size: 600, digest: 'a'.repeat(64) }],
};

describe('the digest of what was issued', () => {
  it('is what it was before there were more fields, as long as none of them is set', () => {
    expect(contentDigest(content)).toBe('797ed8b6b5ae6d3694c18208d4174798a9c7b5727b94d1c51a43493475862b3b');
  });

  it('is another one with each field that was set', () => {
    const relation = { kind: 'corrects', typeName: 'Quyết định', symbol: '02/QĐ-SNV', issuedOn: '2017-01-12' } as const;
    const digests = [
      content,
      { ...content, language: 'English' },
      { ...content, issuedAmount: 20 },
      { ...content, fileCode: { year: 2017, notation: '01.TC' } },
      { ...content, fileOrdinal: 3 },
      { ...content, relations: [{ ...relation, issuerName: 'Sở Nội vụ' }] },
    ].map(contentDigest);
    expect(new Set(digests).size).toBe(digests.length);
  });
});
