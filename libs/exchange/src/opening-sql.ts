/** The condition that the agency which stands for the recipient today lets senders see its openings. */
export function showsOpening(delivery: string): string {
  return `EXISTS (SELECT FROM agency_connections AS connection
                   WHERE connection.agency_id = lead_successor(${delivery}.recipient_id) AND connection.shows_opening)`;
}
