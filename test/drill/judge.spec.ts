import { describe, expect, it } from 'vitest';
import { judge } from './judge.js';
import type { AcceptedDispatch, ReceivedDocument } from './ledger.js';

const dispatch: AcceptedDispatch = {
  documentId: '1',
  subject: 'Diễn tập 1',
  senderCode: 'H28.02',
  recipients: ['H28.03', 'H28.04'],
  digests: ['aa', 'bb'],
  askedAt: 0,
  acceptedAt: 1,
  arrivedAt: 2,
  isRecalled: false,
};
const first: ReceivedDocument = {
  agencyCode: 'H28.03',
  subject: dispatch.subject,
  digests: ['aa', 'bb'],
  standing: 'waiting',
};
const second: ReceivedDocument = { ...first, agencyCode: 'H28.04' };
const clean = { deliveries: 2, lost: [], doubled: [], wrongBytes: [], open: [], astray: [], inAttention: [] };

describe('the judge of the drill', () => {
  it('finds nothing when every recipient has it once, whole', () => {
    expect(judge([dispatch], [first, second], new Set())).toEqual(clean);
  });

  it('finds a delivery that an acknowledgement stands for and nothing else', () => {
    expect(judge([dispatch], [first], new Set())).toEqual({ ...clean, lost: ['Diễn tập 1 → H28.04'] });
  });

  it('calls one that waits for a decision neither lost nor arrived', () => {
    expect(judge([dispatch], [first], new Set(['Diễn tập 1 → H28.04']))).toEqual({
      ...clean,
      inAttention: ['Diễn tập 1 → H28.04'],
    });
  });

  it('finds a second copy', () => {
    expect(judge([dispatch], [first, second, second], new Set())).toEqual({
      ...clean,
      doubled: ['Diễn tập 1 → H28.04: 2 copies'],
    });
  });

  it('finds other bytes, a missing file and files in another order', () => {
    for (const digests of [['aa', 'cc'], ['aa'], ['bb', 'aa']]) {
      expect(judge([dispatch], [first, { ...second, digests }], new Set())).toEqual({
        ...clean,
        wrongBytes: ['Diễn tập 1 → H28.04'],
      });
    }
  });

  it('finds what was taken back and can be read all the same, but where somebody had registered it', () => {
    const recalled = { ...dispatch, isRecalled: true };
    const sealed = { ...first, digests: [], standing: 'sealed' as const };
    expect(judge([recalled], [sealed, { ...second, standing: 'answered' }], new Set())).toEqual(clean);
    expect(judge([recalled], [sealed], new Set())).toEqual(clean);
    expect(judge([recalled], [sealed, second], new Set())).toEqual({ ...clean, open: ['Diễn tập 1 → H28.04'] });
    expect(judge([dispatch], [sealed, second], new Set())).toEqual({ ...clean, wrongBytes: ['Diễn tập 1 → H28.03'] });
  });

  it('finds a document with somebody who was not addressed, and one that nobody accepted for sending', () => {
    const strangers = [
      { ...first, agencyCode: 'H28.09' },
      { ...first, subject: 'Diễn tập 2' },
    ];
    expect(judge([dispatch], [first, second, ...strangers], new Set())).toEqual({
      ...clean,
      astray: ['Diễn tập 1 → H28.09', 'Diễn tập 2 → H28.03'],
    });
  });
});
