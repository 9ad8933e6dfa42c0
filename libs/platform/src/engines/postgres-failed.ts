/** PostgreSQL could not be prepared, started or stopped; carries the last lines it wrote. */
export class PostgresFailed extends Error {
  override readonly name = 'PostgresFailed';

  constructor(
    reason: string,
    readonly log: readonly string[] = [],
  ) {
    super(log.length === 0 ? reason : `${reason}\nThe last lines of PostgreSQL:\n  ${log.join('\n  ')}`);
  }
}
