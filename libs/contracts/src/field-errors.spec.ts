import { describe, expect, it } from 'vitest';
import { DraftDocument, FindShare } from './index.js';
import { type FieldIssue, fieldMessage } from './field-errors.js';

function messages(issues: readonly FieldIssue[]): string[] {
  return issues.map((issue) => fieldMessage(issue, 'en'));
}

describe('what is wrong with a field', () => {
  it.each([
    [{ subject: '' }, 'This must not be empty.'],
    [{ subject: 'x'.repeat(501) }, 'This is longer than 500 characters.'],
    [{ urgency: 'soon' }, 'This is not one of the allowed values.'],
    [{ dueDate: '30/02/2017' }, 'This is not in the right form.'],
    [{ pageAmount: 0 }, 'This is less than 1.'],
    [{ typeCode: 7 }, 'This is missing or of the wrong type.'],
  ])('%j is told in words', (fields, message) => {
    const parsed = DraftDocument.safeParse({
      typeCode: 'cong-van',
      subject: 'a',
      signerPostId: crypto.randomUUID(),
      ...fields,
    });
    expect(messages(parsed.error?.issues ?? [])).toEqual([message]);
  });

  it('is told for a number out of range', () => {
    expect(messages(FindShare.safeParse({ year: '3000' }).error?.issues ?? [])).toEqual(['This is more than 2100.']);
  });
});
