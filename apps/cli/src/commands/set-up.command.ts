import { Command } from 'commander';
import { SetUpSystem } from '#identity';
import { loadConfig } from '#platform';
import { withApplication } from '../open-application.js';

export const setUpCommand = new Command('set-up')
  .description('print a one-time link to set up the first administrator; earlier links stop working')
  .action(async () => {
    const token = await withApplication((app) => app.get(SetUpSystem, { strict: false }).newLinkToken());
    if (token === undefined) {
      console.log('There is an administrator already.');
      process.exitCode = 1;
      return;
    }
    console.log(`${loadConfig().publicAddress}/setup#token=${token}`);
  });
