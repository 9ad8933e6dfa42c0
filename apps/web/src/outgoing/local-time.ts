/** Vietnam has one time without summer time; the field of the browser knows no zones. */
const offset = '+07:00';
const offsetMs = 7 * 3_600_000;

/** An instant as the field of the browser shows it, in Vietnam. */
export function toLocalTime(instant: string): string {
  return new Date(new Date(instant).getTime() + offsetMs).toISOString().slice(0, 16);
}

/** What the field holds, as an instant; nothing while it is not whole. */
export function fromLocalTime(text: string): string | undefined {
  const instant = new Date(`${text}:00${offset}`);
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) && !Number.isNaN(instant.getTime())
    ? instant.toISOString()
    : undefined;
}

/** Eight o’clock of the next day in Vietnam: the morning until which a signed document is sent at the latest. */
export function tomorrowMorning(now: Date): string {
  const day = new Date(now.getTime() + offsetMs + 86_400_000).toISOString().slice(0, 10);
  return new Date(`${day}T08:00:00${offset}`).toISOString();
}
