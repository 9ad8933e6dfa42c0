import { describe, expect, it } from 'vitest';
import { noPaper } from './paper-fields.js';
import { changed, emptyLine, isEmpty, isReady, keepLines, keptLines, lineOf } from './paper-lines.js';

const whole = { issuerName: 'Sở Y tế', symbol: '1/SYT', issuedOn: '2017-12-05', subject: 'Về tiêm chủng' };

class Storing implements Storage {
  private readonly texts = new Map<string, string>();
  readonly length = 0;
  clear = (): void => this.texts.clear();
  getItem = (key: string): string | null => this.texts.get(key) ?? null;
  key = (): null => null;
  removeItem = (key: string): void => void this.texts.delete(key);
  setItem = (key: string, text: string): void => void this.texts.set(key, text);
}

describe('a line of the table of paper', () => {
  it('is ready once it is whole, and no longer when it is registered', () => {
    const line = emptyLine();
    expect([isEmpty(line), isReady(line)]).toEqual([true, false]);
    const filled = changed(line, whole);
    expect([isEmpty(filled), isReady(filled)]).toEqual([false, true]);
    expect(isReady({ ...filled, registered: { id: 'id', number: 7 } })).toBe(false);
  });

  it('is another wish once it is changed, and what was refused is forgotten', () => {
    const refused = { ...changed(emptyLine(), whole), evenIfSame: true, refusal: { code: 'x', words: 'Không' } };
    const mended = changed(refused, { symbol: '2/SYT' });
    expect(mended.key).not.toBe(refused.key);
    expect(mended.id).toBe(refused.id);
    expect([mended.refusal, mended.evenIfSame]).toEqual([null, false]);
  });

  it('takes from a file what is right, and says what is not', () => {
    const line = lineOf({
      row: 2,
      issuer: { agencyId: 'agency', name: 'Sở Y tế' },
      symbol: '1/SYT',
      issuedOn: null,
      typeCode: null,
      subject: 'Về tiêm chủng',
      pageCount: 3,
      arrivedOn: '2017-12-06',
      dueDate: null,
      faults: [{ column: 'Ngày văn bản', message: 'Không được để trống.' }],
    });
    expect(line.fields).toMatchObject({ issuerId: 'agency', issuerName: 'Sở Y tế', typeCode: '', pageCount: 3 });
    expect(line.faults).toEqual(['Ngày văn bản: Không được để trống.']);
  });

  it('outlives a reload, and what can’t be read is a table with one empty line', () => {
    const storage = new Storing();
    const line = changed(emptyLine({ ...noPaper, typeCode: 'bao-cao' }), whole);
    keepLines(storage, [line]);
    expect(keptLines(storage)).toEqual([line]);
    storage.setItem('vanthu.paper-table', '{');
    expect(keptLines(storage).map(isEmpty)).toEqual([true]);
  });
});
