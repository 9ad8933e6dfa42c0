/** True of a delivery that an administrator holds back: by its channel, its recipient, or both. */
export function isPaused(delivery: string): string {
  return `
    EXISTS (SELECT 1 FROM delivery_pauses AS pause
             WHERE (pause.channel IS NULL OR pause.channel = ${delivery}.channel)
               AND (pause.agency_id IS NULL OR pause.agency_id = ${delivery}.recipient_id))`;
}
