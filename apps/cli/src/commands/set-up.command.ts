import { Command } from 'commander';

export const setUpCommand = new Command('set-up')
  .description('print a one-time link to set up the first administrator; earlier links stop working')
  .action(async () => (await import('../runs/set-up.js')).printSetUpLink());
