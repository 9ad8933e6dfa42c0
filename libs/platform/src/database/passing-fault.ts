/** SQLSTATE: lost connections, rollbacks that ask to be tried again, engines that are full, busy, stopping or starting. */
const passing = /^(08|40|53|57P|55P03)/;
const lost = /^(E[A-Z]+)$/;
const driverSentences =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying)/;

/** A fault of the database or the way to it, not of what was asked: the same may succeed the next time. */
export function isPassingFault(error: unknown): boolean {
  if (!(error instanceof Error)) {
    return false;
  }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return passing.test(code) || lost.test(code) || driverSentences.test(error.message);
}
