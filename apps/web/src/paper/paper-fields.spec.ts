import { describe, expect, it } from 'vitest';
import { bodyOf, missingOf, nextPaper, noPaper, quickDay } from './paper-fields.js';

describe('a day that is written quickly', () => {
  it.each([
    ['5/12', '2017-12-05'],
    ['0512', '2017-12-05'],
    ['051217', '2017-12-05'],
    ['5.12.2016', '2016-12-05'],
    ['5-12-17', '2017-12-05'],
    ['28/12', '2016-12-28'],
    ['31/02', null],
    ['5', null],
    ['tháng 12', null],
  ])('%s is %s', (text, day) => {
    expect(quickDay(text, '2017-12-07')).toBe(day);
  });
});

describe('the fields of a paper', () => {
  const whole = { ...noPaper, issuerName: ' Sở Y tế ', symbol: '1/SYT', issuedOn: '2017-12-05', subject: 'Về tiêm' };

  it('says what is missing', () => {
    expect(missingOf({ ...noPaper, symbol: '  ' })).toEqual(['issuerName', 'symbol', 'issuedOn', 'subject']);
    expect(missingOf(whole)).toEqual([]);
  });

  it('sends an agency by its id, and another by its name', () => {
    expect(bodyOf(whole).issuer).toEqual({ name: 'Sở Y tế' });
    expect(bodyOf({ ...whole, issuerId: 'id' }).issuer).toEqual({ agencyId: 'id' });
    expect(bodyOf(whole)).not.toHaveProperty('arrivedOn');
  });

  it('keeps type and day for the next paper of the same post', () => {
    const next = nextPaper({ ...whole, typeCode: 'bao-cao', arrivedOn: '2017-12-06' });
    expect(next).toEqual({ ...noPaper, typeCode: 'bao-cao', arrivedOn: '2017-12-06' });
  });
});
