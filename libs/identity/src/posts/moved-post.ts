/** A post that ended by a reorganisation, and the one that its holder has from that day on. */
export interface MovedPost {
  readonly fromPostId: string;
  readonly toPostId: string;
}
