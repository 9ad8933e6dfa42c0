import '#archive';
import '#notifications';
import { describe, expect, it } from 'vitest';
import { declaredJobs } from '#platform';
import { vi } from '../../apps/web/src/i18n/vi/index.js';

describe('the jobs of the system', () => {
  it('each have their words on the page of the queue', () => {
    const declared = declaredJobs().map(({ name }) => name);
    expect(Object.keys(vi.queue.job).toSorted()).toEqual(declared.toSorted());
  });
});
