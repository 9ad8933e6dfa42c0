import { type Actor, isPermitted } from '#contracts';

/** Days off are decided for the whole country: the system administrator enters them once for all. [own] */
export function mayManageCalendar(actor: Actor): boolean {
  return isPermitted(actor, 'calendar:manage');
}
