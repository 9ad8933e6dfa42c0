import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { JobDeclaration } from './job.js';
import { matchHandlers } from './job-runner.js';

const job: JobDeclaration = { name: 'carry', queue: 'carriers', payload: z.unknown(), attempts: 1, firstPause: 1 };
const handler = (metadata: string, name: string) => ({ metadata, name, call: async () => undefined });

describe('matching jobs with handlers', () => {
  it('gives each declared job its one handler', () => {
    expect(matchHandlers([job], [handler('carry', 'A.carry')], []).get('carry')?.handler.name).toBe('A.carry');
  });

  it('refuses a job without a handler', () => {
    expect(() => matchHandlers([job], [handler('other', 'A.other')], [])).toThrow('carry has no handler');
  });

  it('refuses a job with two handlers', () => {
    const two = [handler('carry', 'A.carry'), handler('carry', 'B.carry')];
    expect(() => matchHandlers([job], two, [])).toThrow('2 handlers: A.carry, B.carry');
  });
});
