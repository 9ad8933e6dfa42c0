import { z } from 'zod';
import { Id } from './page.js';
import { textField } from './text-field.js';

/** Mật, Tối mật, Tuyệt mật (Law on the protection of state secrets, Art. 8). No document has such a field. */
export const secrecyLevels = ['confidential', 'secret', 'top-secret'] as const;
export const SecrecyLevel = z.enum(secrecyLevels).meta({ id: 'SecrecyLevel' });
export type SecrecyLevel = z.infer<typeof SecrecyLevel>;

/** What the scanner says of a file; `off` where none is set up. */
export const malwareStates = ['waiting', 'clean', 'off', 'too-large', 'infected'] as const;
export type MalwareState = (typeof malwareStates)[number];

/** What its text says; `unread` where there is none that we can read. */
export const stampStates = ['waiting', 'clear', 'unread', 'held', 'released'] as const;
export type StampState = (typeof stampStates)[number];

/** What both together mean for the document, in the order in which they weigh. */
export const fileCheckStates = ['infected', 'held', 'too-large', 'waiting', 'not-checked', 'checked'] as const;
export const FileCheckState = z.enum(fileCheckStates).meta({ id: 'FileCheckState' });
export type FileCheckState = z.infer<typeof FileCheckState>;

/** Why a text was not read. */
export const unreadReasons = [
  'kind',
  'no-text',
  'some-pages',
  'embedded',
  'locked',
  'damaged',
  'too-large',
  'too-long',
] as const;
export const UnreadReason = z.enum(unreadReasons).meta({ id: 'UnreadReason' });
export type UnreadReason = z.infer<typeof UnreadReason>;

/** Where in a file a mark stands: a page of a PDF, a part of a Word file, a line of a text. */
export const StampFinding = z
  .object({
    level: SecrecyLevel,
    rule: z.enum(['stamp', 'label', 'number']),
    place: z.enum(['page', 'body', 'header', 'footer', 'note', 'other-part', 'line']),
    number: z.number().int().nullable().describe('Of the page or the line'),
    text: z.string(),
  })
  .meta({ id: 'StampFinding' });
export type StampFinding = z.infer<typeof StampFinding>;

export const FileCheckView = z
  .object({
    attachmentId: Id,
    state: FileCheckState,
    malware: z.enum(malwareStates),
    stamp: z.enum(stampStates),
    signature: z.string().nullable().describe('What the scanner calls it, when infected'),
    scannerDown: z.boolean().describe('It waits because the scanner doesn’t answer, and is tried again by itself'),
    unread: UnreadReason.nullable(),
    unreadPages: z.number().int().nullable().describe('Pages without a text that can be read'),
    findings: z.array(StampFinding),
    released: z.object({ by: z.string(), at: z.iso.datetime(), reason: z.string() }).nullable(),
    mayRelease: z.boolean().describe('Whether the reader may release it now'),
    mayWithdraw: z.boolean().describe('Whether the reader may withdraw it now'),
  })
  .meta({ id: 'FileCheck' });
export type FileCheckView = z.infer<typeof FileCheckView>;

export const WithdrawnFileView = z
  .object({
    fileName: z.string(),
    digest: z.string().describe('SHA-256 of what was withdrawn; nobody opens it any more'),
    findings: z.array(StampFinding),
    by: z.string(),
    at: z.iso.datetime(),
    reason: z.string(),
  })
  .meta({ id: 'WithdrawnFile' });
export type WithdrawnFileView = z.infer<typeof WithdrawnFileView>;

export const DocumentChecks = z
  .object({ files: z.array(FileCheckView), withdrawn: z.array(WithdrawnFileView) })
  .meta({ id: 'DocumentChecks' });
export type DocumentChecks = z.infer<typeof DocumentChecks>;

export const DecideHeldFile = z.object({ reason: textField().trim().min(1).max(1000) }).meta({ id: 'DecideHeldFile' });
export type DecideHeldFile = z.infer<typeof DecideHeldFile>;
