const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The millisecond of the last id, and how many were made in it, from a random beginning: 26 bits. */
let last = { now: -1, count: 0 };

/**
 * A new UUID of version 7 (RFC 9562, 6.2, method 1): 48 bits of milliseconds since 1970, 26 bits that count within one,
 * then random bits. Ids of one process sort in the order in which they were made, so that a key page over an id is a page
 * over time and indexes grow at one end.
 */
export function newId(now: number = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const view = new DataView(bytes.buffer);
  last = { now, count: now === last.now ? last.count + 1 : view.getUint16(6) };
  view.setUint32(0, Math.floor(now / 0x1_0000));
  view.setUint16(4, now % 0x1_0000);
  view.setUint16(6, 0x7000 | ((last.count >>> 14) & 0x0fff));
  view.setUint16(8, 0x8000 | (last.count & 0x3fff));
  const text = hex(bytes);
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-${text.slice(12, 16)}-${text.slice(16, 20)}-${text.slice(20)}`;
}
