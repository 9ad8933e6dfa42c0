/** What the file at a position is, as `part` of the answers: the order alone says it, so it is under the digest too. */
export function partAt(position: string): string {
  return `CASE WHEN ${position} = 1 THEN 'main' ELSE 'appendix' END`;
}
