/** Waits for Ctrl-C or a polite kill, then stops everything; a second Ctrl-C gives up waiting. */
export async function untilStopped(stop: () => Promise<void>): Promise<void> {
  await new Promise<void>((resolve) => {
    const onSignal = (): void => resolve();
    process.once('SIGINT', onSignal);
    process.once('SIGTERM', onSignal);
  });
  process.once('SIGINT', () => process.exit(130));
  await stop();
}
