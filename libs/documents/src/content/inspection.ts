import type { ErrorCode } from '#contracts';
import { DomainError } from '#kernel';
import type { RefusedContent } from '#platform';

/** One file that is looked into, and what it must not hold. */
export interface Inspection {
  readonly fileName: string;
  readonly refused: ReadonlySet<RefusedContent>;
}

const codes = {
  macros: 'attachment.macros',
  encrypted: 'attachment.encrypted',
  executables: 'attachment.executable',
  polyglots: 'attachment.polyglot',
} as const satisfies Record<RefusedContent, ErrorCode>;

/** Refuses the file for what was found, unless the settings allow it. */
export function refuse({ fileName, refused }: Inspection, what: RefusedContent, params: object = {}): void {
  if (refused.has(what)) {
    throw new DomainError(codes[what], { fileName, ...params });
  }
}

/** The same for what no setting allows. */
export function refusal(
  { fileName }: Inspection,
  code: 'attachment.bomb' | 'attachment.content-mismatch' | 'attachment.damaged' | 'attachment.not-inspectable',
  params: object = {},
): DomainError {
  return new DomainError(code, { fileName, ...params });
}
