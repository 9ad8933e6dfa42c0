import { SetUpSystem } from '#identity';
import { ConfigError, loadConfig } from '#platform';
import { describePlaces, startStandalone } from './standalone.js';
import { untilStopped } from './until-stopped.js';

try {
  const config = loadConfig();
  const began = performance.now();
  const server = await startStandalone(config);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`Văn Thư is ready at ${server.url} after ${seconds} s (${describePlaces(config)})`);
  const token = await server.get(SetUpSystem).newLinkToken();
  if (token !== undefined) {
    const address = config.publicUrl?.replace(/\/$/, '') ?? server.url;
    console.log(`Set up the first administrator here, once: ${address}/setup#token=${token}`);
  }
  await untilStopped(() => server.stop());
} catch (error) {
  const isConfigFault = error instanceof ConfigError;
  console.error(isConfigFault ? error.message : error);
  process.exitCode = isConfigFault ? 2 : 1;
}
