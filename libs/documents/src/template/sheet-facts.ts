import type { RelationKind, Urgency } from '#contracts';
import type { Signature } from '../signature-line.js';

/** What is known of a document when its sheet is laid out. */
export interface SheetFacts {
  /** The issuer, then the agencies above it, nearest first. */
  readonly agencies: readonly string[];
  readonly agencyAbbreviation: string;
  readonly typeCode: string;
  readonly typeName: string;
  readonly typeAbbreviation: string | null;
  readonly symbol: string | null;
  readonly subject: string;
  readonly urgency: Urgency;
  /** The day of issue, or null before it. */
  readonly issuedOn: string | null;
  readonly today: string;
  readonly dueDate: string | null;
  readonly draftingUnit: string;
  readonly drafterName: string;
  readonly issuedAmount: number | null;
  /** Agencies and groups, in their order. */
  readonly recipients: readonly string[];
  readonly relations: readonly {
    readonly kind: RelationKind;
    readonly typeName: string;
    readonly symbol: string;
    readonly issuedOn: string;
    readonly issuerName: string;
  }[];
  readonly signature: Signature;
  readonly signerName: string;
}
