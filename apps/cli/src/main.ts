import { Command, CommanderError } from 'commander';
import { auditCommand } from './commands/audit.command.js';
import { demoCommand } from './commands/demo.command.js';
import { jobsCommand } from './commands/jobs.command.js';
import { migrateCommand } from './commands/migrate.command.js';
import { personCommand } from './commands/person.command.js';
import { reorganiseCommand } from './commands/reorganise.command.js';
import { seedCommand } from './commands/seed.command.js';
import { setUpCommand } from './commands/set-up.command.js';
import { shareCommand } from './commands/share.command.js';

// What a command does is loaded when it runs: help and wrong arguments are answered at once.
const program = new Command('vanthu')
  .description('Văn Thư, the electronic document exchange: operations')
  .addHelpText(
    'after',
    '\nSettings come from the environment; .env.example lists them all.\nExit codes: 0 done, 1 failed or differences found, 2 wrong arguments or settings.',
  )
  .addCommand(migrateCommand)
  .addCommand(setUpCommand)
  .addCommand(personCommand)
  .addCommand(seedCommand)
  .addCommand(demoCommand)
  .addCommand(reorganiseCommand)
  .addCommand(shareCommand)
  .addCommand(auditCommand)
  .addCommand(jobsCommand);

for (const command of [program, ...program.commands, ...program.commands.flatMap((group) => group.commands)]) {
  command.exitOverride();
}

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = await exitCodeOf(error);
}

async function exitCodeOf(error: unknown): Promise<number> {
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? 0 : 2;
  }
  const { tellFault } = await import('#platform');
  return tellFault(error);
}
