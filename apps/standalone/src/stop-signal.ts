/**
 * Resolves at Ctrl-C or a polite kill. Ask for it before anything is started, so that a signal that comes early is not
 * lost; a second Ctrl-C gives up waiting for a clean end.
 */
export async function stopSignal(): Promise<void> {
  await new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
  process.once('SIGINT', () => process.exit(130));
}
