/** A dispatch that the API has accepted, as the clients keep it. */
export interface AcceptedDispatch {
  readonly documentId: string;
  /** Holds a word of its own, by which recipients’ copies are known. */
  readonly subject: string;
  readonly senderCode: string;
  /** Agencies by code. */
  readonly recipients: readonly string[];
  /** SHA-256 of the files, in their order. */
  readonly digests: readonly string[];
  /** When sending was first asked for. */
  readonly askedAt: number;
  readonly acceptedAt: number;
  /** When every recipient had it or had it taken back, as the sender was told; undefined until then. */
  arrivedAt: number | undefined;
  /** Its sender asked for it back. */
  isRecalled: boolean;
}

/** A document as a recipient has it. */
export interface ReceivedDocument {
  /** Of the agency that has it. */
  readonly agencyCode: string;
  readonly subject: string;
  /** Of the bytes that came when its files were fetched. */
  readonly digests: readonly string[];
  /** It was taken back and can’t be opened; or somebody had registered it or sent it back before. */
  readonly standing: 'waiting' | 'answered' | 'sealed';
}
