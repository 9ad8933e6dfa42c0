import { type Actor, isPermitted } from '#contracts';

/** Document types are the same for the whole province: the system administrator keeps them. [own] */
export function mayManageDocumentTypes(actor: Actor): boolean {
  return isPermitted(actor, 'document-type:manage');
}
