import type { SingleSignOnRefusal } from '#contracts';

/** Somebody came back from the identity provider and is not let in; the sign-in page says why. */
export class SingleSignOnRefused extends Error {
  override name = 'SingleSignOnRefused';

  constructor(
    readonly reason: SingleSignOnRefusal,
    options?: { cause?: unknown },
  ) {
    super(reason, options);
  }
}
