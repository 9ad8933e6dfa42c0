import { describe, expect, it } from 'vitest';
import { type Compared, compareArrivals } from './compare-arrivals.js';

type File = Compared['attachments'][number];

const file = (part: File['part'], fileName: string, digest: string): File => ({
  id: digest,
  part,
  fileName,
  mediaType: 'application/pdf',
  size: 1,
  digest,
});

const arrival = (overrides: Partial<Compared> = {}): Compared => ({
  typeName: 'Quyết định',
  symbol: '12/QĐ-SNV',
  issuedOn: '2017-03-01',
  subject: 'Về việc kiện toàn Ban chỉ đạo',
  urgency: 'normal',
  dueDate: null,
  signer: { fullName: 'Nguyễn Văn An', position: 'Giám đốc' },
  attachments: [],
  ...overrides,
});

const changes = (before: readonly File[], after: readonly File[]) =>
  compareArrivals(arrival({ attachments: [...before] }), arrival({ attachments: [...after] })).files.map(
    (one) => `${one.change} ${one.before?.fileName ?? '–'} ${one.after?.fileName ?? '–'}`,
  );

describe('what a later document changes of an earlier one', () => {
  it('is nothing where they are equal', () => {
    expect(compareArrivals(arrival(), arrival())).toEqual({ fields: [], files: [] });
  });

  it('is each field that differs, also where there was none', () => {
    const after = arrival({ dueDate: '2017-04-01', signer: { fullName: 'Lê Thị Bình', position: 'Phó Giám đốc' } });
    expect(compareArrivals(arrival(), after).fields).toEqual([
      { field: 'dueDate', before: null, after: '2017-04-01' },
      { field: 'signer', before: 'Nguyễn Văn An, Giám đốc', after: 'Lê Thị Bình, Phó Giám đốc' },
    ]);
  });

  it('pairs main texts with each other whatever they are called', () => {
    expect(changes([file('main', 'a.pdf', '1')], [file('main', 'b.pdf', '2')])).toEqual(['changed a.pdf b.pdf']);
  });

  it('knows equal bytes under another name and in another place', () => {
    expect(
      changes(
        [file('main', 'a.pdf', '1'), file('appendix', 'b.pdf', '2')],
        [file('main', 'b.pdf', '2'), file('appendix', 'x.pdf', '1')],
      ),
    ).toEqual(['same b.pdf b.pdf', 'same a.pdf x.pdf']);
  });

  it('tells what was added and what was removed', () => {
    expect(
      changes(
        [file('main', 'a.pdf', '1'), file('appendix', 'old.xlsx', '2')],
        [file('main', 'a.pdf', '1'), file('appendix', 'new.xlsx', '3')],
      ),
    ).toEqual(['same a.pdf a.pdf', 'added – new.xlsx', 'removed old.xlsx –']);
  });

  it('uses each file once: two copies of one are not both the same one', () => {
    expect(changes([file('main', 'a.pdf', '1')], [file('main', 'a.pdf', '1'), file('appendix', 'b.pdf', '1')])).toEqual(
      ['same a.pdf a.pdf', 'added – b.pdf'],
    );
  });
});
