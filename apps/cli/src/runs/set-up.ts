import { SetUpSystem } from '#identity';
import { loadConfig } from '#platform';
import { withApplication } from '../open-application.js';

export async function printSetUpLink(): Promise<void> {
  const token = await withApplication((app) => app.get(SetUpSystem, { strict: false }).newLinkToken());
  if (token === undefined) {
    console.log('There is an administrator already.');
    process.exitCode = 1;
    return;
  }
  console.log(`${loadConfig().publicAddress}/setup#token=${token}`);
}
