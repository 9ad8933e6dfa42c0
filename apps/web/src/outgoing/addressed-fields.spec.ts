import { describe, expect, it } from 'vitest';
import { addressedBody, lacksPaperReason, nobodyAddressed, notOnSystem, withRecipients } from './addressed-fields.js';

const agency = (id: string, level = 'department') => ({ id, code: id, name: id, abbreviation: id, level });

describe('recipients of a draft', () => {
  it('that are not on the system get paper for that reason, whatever the others get', () => {
    const { recipients } = withRecipients(
      nobodyAddressed,
      [agency('one'), agency('two', 'external')],
      'own',
      'electronic',
    );
    expect(recipients).toMatchObject([
      { channel: 'electronic', paperReason: null, onPaperOnly: false },
      { channel: 'paper', paperReason: notOnSystem, onPaperOnly: true },
    ]);
  });

  it('lack a reason only where paper goes', () => {
    const [one] = withRecipients(nobodyAddressed, [agency('one')], 'own', 'electronic').recipients;
    expect(one).toBeDefined();
    if (one === undefined) {
      return;
    }
    expect(lacksPaperReason({ ...nobodyAddressed, recipients: [one] })).toBe(false);
    expect(lacksPaperReason({ ...nobodyAddressed, recipients: [{ ...one, channel: 'paper' }] })).toBe(true);
    const external = { name: 'Công ty', address: 'Số 1', paperReason: null };
    expect(lacksPaperReason({ ...nobodyAddressed, externals: [external] })).toBe(true);
    expect(lacksPaperReason({ ...nobodyAddressed, externals: [{ ...external, paperReason: notOnSystem }] })).toBe(
      false,
    );
  });

  it('keep no reason for paper that is no longer sent', () => {
    const [one] = withRecipients(nobodyAddressed, [agency('two', 'external')], 'own', 'electronic').recipients;
    const body = addressedBody({
      ...nobodyAddressed,
      recipients: one === undefined ? [] : [{ ...one, channel: 'electronic' }],
    });
    expect(body.recipients).toEqual([{ agencyId: 'two', channel: 'electronic', paperReason: null }]);
  });
});
