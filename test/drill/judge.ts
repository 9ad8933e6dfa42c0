import { grouped } from './grouped.js';
import type { AcceptedDispatch, ReceivedDocument } from './ledger.js';

/** What is wrong, each as a sentence; all empty when nothing is. */
export interface Verdict {
  readonly deliveries: number;
  /** Accepted, and neither with the recipient nor shown as needing attention. */
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly wrongBytes: readonly string[];
  /** Taken back, and readable all the same by somebody who had not registered it. */
  readonly open: readonly string[];
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
  const recalled = new Set(
    accepted.flatMap(({ subject, recipients, isRecalled }) =>
      isRecalled ? recipients.map((code) => placeOf(subject, code)) : [],
    ),
  );
  const isTakenBack = ({ subject, agencyCode, standing }: ReceivedDocument): boolean =>
    standing === 'sealed' && recalled.has(placeOf(subject, agencyCode));
  // What was stopped on its way is with nobody.
  const absent = [...expected.keys()].filter((place) => !copies.has(place) && !recalled.has(place));
  const isWrong = (copy: ReceivedDocument): boolean => {
    const digests = expected.get(placeOf(copy.subject, copy.agencyCode));
    return digests !== undefined && !isTakenBack(copy) && digests !== copy.digests.join(' ');
  };
  return {
    deliveries: expected.size,
    lost: absent.filter((place) => !attention.has(place)),
    inAttention: absent.filter((place) => attention.has(place)),
    doubled: [...copies].filter(([, all]) => all.length > 1).map(([place, all]) => `${place}: ${all.length} copies`),
    wrongBytes: received.filter(isWrong).map((copy) => placeOf(copy.subject, copy.agencyCode)),
    open: received
      .filter(
        ({ subject, agencyCode, standing }) => standing === 'waiting' && recalled.has(placeOf(subject, agencyCode)),
      )
      .map(({ subject, agencyCode }) => placeOf(subject, agencyCode)),
    astray: [...copies.keys()].filter((place) => !expected.has(place)),
  };
}
