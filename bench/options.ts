/** What the command line of the benchmarks can say. */
export interface Options {
  /** Files go to an S3 store instead of a local folder. */
  readonly s3: boolean;
}
