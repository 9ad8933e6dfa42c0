import { type Actor, isPermitted } from '#contracts';

/** Whoever reads the list keeps views of it; people alone, each their own. */
export function mayKeepViews(actor: Actor): boolean {
  return isPermitted(actor, 'document:read');
}

/** What stands in everybody’s menu is for those who answer for the agency’s documents. [own] */
export function mayShareViews(actor: Actor): boolean {
  return mayKeepViews(actor) && isPermitted(actor, 'view:share');
}
