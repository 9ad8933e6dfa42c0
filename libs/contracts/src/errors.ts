import { accessErrors } from './errors/access.js';
import { apiClientErrors } from './errors/api-client.js';
import { agencyErrors } from './errors/agency.js';
import { arrivalErrors } from './errors/arrival.js';
import { assignmentErrors } from './errors/assignment.js';
import { attachmentErrors } from './errors/attachment.js';
import { delegationErrors } from './errors/delegation.js';
import { deliveryErrors } from './errors/delivery.js';
import { documentTypeErrors } from './errors/document-type.js';
import { documentErrors } from './errors/document.js';
import { renditionErrors } from './errors/rendition.js';
import { fileCheckErrors } from './errors/file-check.js';
import { fileImportErrors } from './errors/file-import.js';
import { mailboxLinkErrors } from './errors/mailbox-link.js';
import { personErrors } from './errors/person.js';
import { recipientGroupErrors } from './errors/recipient-group.js';
import { reorganisationErrors } from './errors/reorganisation.js';
import { passwordErrors } from './errors/password.js';
import { registerErrors } from './errors/register.js';
import { savedViewErrors } from './errors/saved-view.js';
import type { ErrorText, Language } from './errors/refusal.js';
import { requestErrors } from './errors/request.js';
import { reviewErrors } from './errors/review.js';
import { secondFactorErrors } from './errors/second-factor.js';
import { sendingErrors } from './errors/sending.js';
import { sessionErrors } from './errors/session.js';
import { trailErrors } from './errors/trail.js';
import { webhookErrors } from './errors/webhook.js';
import { workingDayErrors } from './errors/working-day.js';
import { uploadErrors } from './errors/upload.js';

export { type Language, languages } from './errors/refusal.js';

/** Every code that the API may answer, with its HTTP status and what it tells a person. Codes never change meaning. */
export const errorCatalogue = {
  ...apiClientErrors,
  ...requestErrors,
  ...sessionErrors,
  ...passwordErrors,
  ...secondFactorErrors,
  ...agencyErrors,
  ...documentErrors,
  ...attachmentErrors,
  ...fileCheckErrors,
  ...renditionErrors,
  ...fileImportErrors,
  ...documentTypeErrors,
  ...reviewErrors,
  ...arrivalErrors,
  ...assignmentErrors,
  ...delegationErrors,
  ...personErrors,
  ...registerErrors,
  ...reorganisationErrors,
  ...accessErrors,
  ...recipientGroupErrors,
  ...savedViewErrors,
  ...sendingErrors,
  ...deliveryErrors,
  ...mailboxLinkErrors,
  ...trailErrors,
  ...webhookErrors,
  ...workingDayErrors,
  ...uploadErrors,
} as const;

export type ErrorCode = keyof typeof errorCatalogue;

export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorCatalogue, code);
}

/** The params of an error as a reader sees them: reasons in words, everything else as it is. */
export function spokenParams(
  text: ErrorText,
  params: Readonly<Record<string, string | number>>,
  language: Language,
): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, text.reasons?.[name]?.[value]?.[language] ?? value]),
  );
}

/** Marks that turn the direction of writing: a file name with one would turn the rest of the sentence round. */
const turns = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** The sentence of an error for a person, with the params put in. */
export function sentence(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole).replaceAll(turns, ''));
}
