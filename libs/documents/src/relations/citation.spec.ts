import { describe, expect, it } from 'vitest';
import { citation, subjectOfRelated } from './citation.js';

const cited = { typeName: 'Công văn', symbol: '12/STC-VP', issuedOn: '2017-05-02', issuerName: 'Sở Tài chính' };

describe('the naming of another document', () => {
  it('has its type, its number and symbol, its day and its issuer', () => {
    expect(citation(cited)).toBe('Công văn số 12/STC-VP ngày 02/05/2017 của Sở Tài chính');
  });

  it('begins the subject of what answers or corrects it', () => {
    const named = 'Công văn số 12/STC-VP ngày 02/05/2017 của Sở Tài chính';
    expect(subjectOfRelated('replies-to', cited)).toBe(`Về việc trả lời ${named}`);
    expect(subjectOfRelated('corrects', cited)).toBe(`Về việc đính chính ${named}`);
    expect(subjectOfRelated('amends', cited)).toBe(`Về việc sửa đổi, bổ sung ${named}`);
    expect(subjectOfRelated('replaces', cited)).toBe(`Về việc thay thế ${named}`);
  });

  it('is cut where what was received is longer than a subject may be', () => {
    expect(subjectOfRelated('replies-to', { ...cited, issuerName: 'x'.repeat(600) })).toHaveLength(500);
  });
});
