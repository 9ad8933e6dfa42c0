/** Values that a sentence about an error names: agencies, numbers, sizes. */
export type ErrorParams = Readonly<Record<string, string | number>>;

/**
 * A refusal that the domain knows by name. The code is stable and public; the sentence for people is made from it and
 * the params where the answer leaves the system, in the reader's language.
 */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly params: ErrorParams = {},
    options?: { cause?: unknown },
  ) {
    super(code, options);
    this.name = new.target.name;
  }
}
