import { describe, expect, it } from 'vitest';
import { fieldErrors, hasCode, ProblemError, problemOf } from './problem.js';

const refusal = {
  type: 'about:blank',
  title: 'Có chỗ chưa đúng',
  status: 422,
  detail: 'Xin xem lại các mục được chỉ ra.',
  code: 'request.invalid',
  requestId: '0198',
  errors: [{ path: 'subject', message: 'Xin nhập trích yếu' }],
};

describe('a refusal of the API', () => {
  it('keeps its sentences and names its fields', () => {
    const error = new ProblemError(problemOf(422, JSON.stringify(refusal)));
    expect(error.message).toBe(refusal.detail);
    expect(hasCode(error, 'request.invalid')).toBe(true);
    expect(fieldErrors(error)).toEqual({ subject: 'Xin nhập trích yếu' });
  });

  it('of a proxy, which speaks no problem+json, gets no made-up words', () => {
    for (const body of ['<html>502 Bad Gateway</html>', 'null', '{"ok":false}', '']) {
      expect(problemOf(502, body)).toMatchObject({ status: 502, code: 'unknown', title: '' });
    }
  });
});
