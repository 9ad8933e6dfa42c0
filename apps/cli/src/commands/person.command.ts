import { Command } from 'commander';

const reset = new Command('reset')
  .description('print a one-time link by which a person chooses a new password; it works for an hour')
  .argument('<userName>', 'whose')
  .action(async (userName: string) => (await import('../runs/person.js')).printResetLink(userName));

const resetSecondFactor = new Command('reset-second-factor')
  .description('take the second factors of a person away who lost them, where no administrator can')
  .argument('<userName>', 'whose')
  .action(async (userName: string) => (await import('../runs/person.js')).takeSecondFactorsAway(userName));

export const personCommand = new Command('person')
  .description('people who sign in')
  .addCommand(reset)
  .addCommand(resetSecondFactor);
