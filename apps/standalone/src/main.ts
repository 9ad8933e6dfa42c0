import { SetUpSystem } from '#identity';
import { loadConfig, tellFault } from '#platform';
import { describePlaces, startStandalone } from './standalone.js';
import { stopSignal } from './stop-signal.js';

try {
  const stop = stopSignal();
  const config = loadConfig();
  const began = performance.now();
  const server = await startStandalone(config, { onDatabaseLost });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`Văn Thư is ready at ${server.url} after ${seconds} s (${describePlaces(config)})`);
  const token = await server.get(SetUpSystem).newLinkToken();
  if (token !== undefined) {
    const address = config.publicUrl?.replace(/\/$/, '') ?? server.url;
    console.log(`Set up the first administrator here, once: ${address}/setup#token=${token}`);
  }
  await stop;
  await server.stop();
} catch (error) {
  // Ended outright: what was opened before the fault, such as a connection that keeps trying, would hold the process.
  process.exit(tellFault(error));
}

/** Whoever supervises this process starts it again, and the database with it. */
function onDatabaseLost(how: string): void {
  console.error(`the embedded database ended by itself (${how}); nothing can be kept without it, so this ends too`);
  process.exit(1);
}
