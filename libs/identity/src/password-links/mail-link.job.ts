import { z } from 'zod';
import { Id, languages } from '#contracts';
import { defineJob } from '#platform';

/** A mail server that is away is asked again for almost three hours; then an operator sees the job. */
const tries = { attempts: 12, firstPause: 5_000 } as const;

/** Mails an invitation that was handed over as well. Its token is made when the mail is. */
export const mailInvitationJob = defineJob({
  name: 'mail-invitation',
  queue: 'mail',
  payload: z.object({ linkId: Id, language: z.enum(languages) }),
  ...tries,
});

/** Answers somebody who forgot a password, if there is such a person. */
export const mailPasswordResetJob = defineJob({
  name: 'mail-password-reset',
  queue: 'mail',
  payload: z.object({ requestId: Id }),
  ...tries,
});
