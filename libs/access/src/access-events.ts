import type { AccessObjectType } from '#contracts';
import { defineEvent } from '#platform';

/** Who may read this was changed, confirmed or changed back: those who keep it mark it, and tell the open pages. */
export const accessChanged = defineEvent<{
  readonly objectType: AccessObjectType;
  readonly objectId: string;
  readonly agencyId: string;
}>('access.changed');
