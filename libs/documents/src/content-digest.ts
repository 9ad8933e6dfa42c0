import { createHash } from 'node:crypto';
import type { RelationView, SigningForm } from '#contracts';
import { canonicalJson } from '#kernel';

/** What is fixed for ever when a document is issued. */
export interface IssuedContent {
  readonly issuerCode: string;
  readonly issuerName: string;
  readonly typeName: string;
  readonly symbol: string;
  readonly subject: string;
  readonly issuedOn: string;
  readonly urgency: string;
  readonly dueDate: string | null;
  readonly pageAmount: number | null;
  readonly description: string;
  /** From here only what was set: what was issued before these fields came keeps its digest. */
  readonly language?: string;
  readonly issuedAmount?: number;
  readonly fileCode?: { readonly year: number; readonly notation: string };
  readonly fileOrdinal?: number;
  readonly relations?: readonly Pick<RelationView, 'kind' | 'typeName' | 'symbol' | 'issuedOn' | 'issuerName'>[];
  /** The form is there only where one was chosen: what was issued before there were forms keeps its digest. */
  readonly signer: { readonly fullName: string; readonly position: string; readonly signingForm?: SigningForm };
  readonly attachments: readonly { readonly fileName: string; readonly size: number; readonly digest: string }[];
}

/** SHA-256 over the fields and the digests of the files: a document that has another digest is another document. */
export function contentDigest(content: IssuedContent): string {
  const { signer, attachments, ...fields } = content;
  const files = attachments.map(({ fileName, size, digest }) => ({ fileName, size, digest }));
  const { fullName, position, signingForm } = signer;
  const signed = { fullName, position, ...(signingForm === undefined ? {} : { signingForm }) };
  const value = { ...fields, signer: signed, attachments: files };
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
