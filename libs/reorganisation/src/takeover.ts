/** Where the posts and the work of a reorganised agency go. */
export interface Takeover {
  readonly planId: string;
  readonly effectiveOn: string;
  /** Of each agency that closes and is succeeded: who takes over. */
  readonly leads: readonly { readonly agencyId: string; readonly successorId: string }[];
  /** Posts that go somewhere else than to the lead. */
  readonly assigned: readonly { readonly postId: string; readonly successorId: string }[];
}
