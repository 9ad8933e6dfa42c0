import { Command } from 'commander';
import { MakeResetLink, RescueSecondFactors } from '#identity';
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

const resetSecondFactor = new Command('reset-second-factor')
  .description('take the second factors of a person away who lost them, where no administrator can')
  .argument('<userName>', 'whose')
  .action(async (userName: string) => {
    const done = await withApplication((app) => app.get(RescueSecondFactors, { strict: false }).execute(userName));
    if (!done) {
      console.log(`Nobody with a second factor is called ${userName}.`);
      process.exitCode = 1;
      return;
    }
    console.log(`${userName} signs in with the password; all of their sessions have ended.`);
  });

export const personCommand = new Command('person')
  .description('people who sign in')
  .addCommand(reset)
  .addCommand(resetSecondFactor);
