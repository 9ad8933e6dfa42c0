import { describe, expect, it } from 'vitest';
import { bodyOf, canBeKept, hasMoreFields, isHalfFileCode, noFields, sameDraft } from './draft-fields.js';
import { withRecipients } from './addressed-fields.js';
import { missingIn } from './missing-in.js';

const agency = (id: string) => ({ id, code: id, name: `Sở ${id}`, abbreviation: id });

describe('the fields of a draft', () => {
  it('are kept from a type, a subject and a signer on', () => {
    expect(canBeKept(noFields)).toBe(false);
    expect(canBeKept({ ...noFields, typeCode: 'CV', signerPostId: 's', subject: '  ' })).toBe(false);
    expect(canBeKept({ ...noFields, typeCode: 'CV', signerPostId: 's', subject: 'Về việc' })).toBe(true);
  });

  it('do not differ by spaces at their ends', () => {
    expect(sameDraft({ ...noFields, subject: 'Về việc ' }, { ...noFields, subject: 'Về việc' })).toBe(true);
    expect(bodyOf({ ...noFields, subject: ' Về việc ' }).subject).toBe('Về việc');
  });

  it('take each recipient once, and never the sender itself', () => {
    const one = withRecipients(noFields, [agency('STC'), agency('SNV')], 'SNV', 'electronic');
    expect(one.recipients.map((recipient) => recipient.agency.id)).toEqual(['STC']);
    expect(withRecipients(one, [agency('STC')], 'SNV', 'paper')).toBe(one);
  });

  it('keep the code of a file once it is whole, and are unfolded when anything rare stands in them', () => {
    const half = { ...noFields, fileYear: 2017 };
    expect([bodyOf(half).fileCode, isHalfFileCode(half)]).toEqual([null, true]);
    const whole = { ...half, fileNotation: ' 01.TC ' };
    expect([bodyOf(whole).fileCode, isHalfFileCode(whole)]).toEqual([{ year: 2017, notation: '01.TC' }, false]);
    expect(bodyOf({ ...noFields, language: ' ' }).language).toBe('Tiếng Việt');
    expect([noFields, half, { ...noFields, language: 'English' }].map(hasMoreFields)).toEqual([false, true, true]);
  });

  it('name what is missing in the order of the form', () => {
    expect(missingIn(noFields, undefined, [])).toEqual(['type', 'subject', 'signer', 'attachments', 'recipients']);
  });
});
