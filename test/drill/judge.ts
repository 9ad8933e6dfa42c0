import { grouped } from './grouped.js';
import type { AcceptedDispatch, ReceivedDocument } from './ledger.js';

/** What is wrong, each as a sentence; all empty when nothing is. */
export interface Verdict {
  readonly deliveries: number;
  /** Accepted, and neither with the recipient nor shown as needing attention. */
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly wrongBytes: readonly string[];
  /** With somebody who was not addressed, or never accepted for sending. */
  readonly astray: readonly string[];
  /** Not there, and shown as needing attention: nothing is lost, somebody has to decide. */
  readonly inAttention: readonly string[];
}

/** `subject` and agency of a delivery, as one word. */
export function placeOf(subject: string, agencyCode: string): string {
  return `${subject} → ${agencyCode}`;
}

/** Compares what clients had accepted with what recipients have, one by one. */
export function judge(
  accepted: readonly AcceptedDispatch[],
  received: readonly ReceivedDocument[],
  attention: ReadonlySet<string>,
): Verdict {
  const copies = grouped(received, ({ subject, agencyCode }) => placeOf(subject, agencyCode));
  const expected = new Map(
    accepted.flatMap(({ subject, recipients, digests }) =>
      recipients.map((code) => [placeOf(subject, code), digests.join(' ')] as const),
    ),
  );
  const absent = [...expected.keys()].filter((place) => !copies.has(place));
  const isWrong = (copy: ReceivedDocument): boolean => {
    const digests = expected.get(placeOf(copy.subject, copy.agencyCode));
    return digests !== undefined && digests !== copy.digests.join(' ');
  };
  return {
    deliveries: expected.size,
    lost: absent.filter((place) => !attention.has(place)),
    inAttention: absent.filter((place) => attention.has(place)),
    doubled: [...copies].filter(([, all]) => all.length > 1).map(([place, all]) => `${place}: ${all.length} copies`),
    wrongBytes: received.filter(isWrong).map((copy) => placeOf(copy.subject, copy.agencyCode)),
    astray: [...copies.keys()].filter((place) => !expected.has(place)),
  };
}
