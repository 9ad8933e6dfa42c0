import type { ShareStructure } from '#contracts';

/**
 * The condition that an agency sent something, under a structure. One sender is asked for by an equality, which keeps
 * the order of the index; those for whom an agency stands are few.
 *
 * @param agency - A parameter such as `$4`.
 */
export function sentBy(agency: string, structure: ShareStructure = 'issued'): string {
  return structure === 'issued' ? `sender_id = ${agency}` : `sender_id = ANY (stands_for(${agency}))`;
}

/** The condition on cells that they are of what an agency sent, or of what all sent. */
export function sideOf(senderId: string | null, agency: string, structure: ShareStructure = 'issued'): string {
  if (senderId === null) {
    return `direction = 'all' AND agency_id = ${agency}`;
  }
  return structure === 'issued'
    ? `direction = 'sent' AND agency_id = ${agency}`
    : `direction = 'sent' AND agency_id = ANY (stands_for(${agency}))`;
}
