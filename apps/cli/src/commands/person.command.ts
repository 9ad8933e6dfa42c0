import { Command } from 'commander';
import { MakeResetLink } from '#identity';
import { withApplication } from '../open-application.js';

const reset = new Command('reset')
  .description('print a one-time link by which a person chooses a new password; it works for an hour')
  .argument('<userName>', 'whose')
  .action(async (userName: string) => {
    const made = await withApplication((app) => app.get(MakeResetLink, { strict: false }).execute(userName));
    if (made === undefined) {
      console.log(`Nobody who can sign in is called ${userName}.`);
      process.exitCode = 1;
      return;
    }
    console.log(made.link);
  });

export const personCommand = new Command('person').description('people who sign in').addCommand(reset);
