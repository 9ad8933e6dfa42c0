import { z } from 'zod';
import { Id, pageOf } from './page.js';

/** A signed-in browser, as its owner recognises it. */
export const SessionSummary = z
  .object({
    id: Id,
    current: z.boolean().describe('Whether it is the session that asks'),
    browser: z.string().nullable().describe('Such as Chrome or Firefox; null when it did not say'),
    system: z.string().nullable().describe('Such as Windows or Android; null when it did not say'),
    address: z.string(),
    method: z.enum(['password', 'single-sign-on']),
    startedAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime().describe('To within a few minutes'),
  })
  .meta({ id: 'SessionSummary' });
export type SessionSummary = z.infer<typeof SessionSummary>;

export const SessionPage = pageOf(SessionSummary, 'SessionPage');
export type SessionPage = z.infer<typeof SessionPage>;
