import { Command } from 'commander';
import { bringUpToDate } from '../open-application.js';

export const migrateCommand = new Command('migrate')
  .description('bring the database to the present schema; safe to run twice, and from several machines at once')
  .action(async () => {
    const count = await bringUpToDate((line) => console.log(line));
    console.log(count === 0 ? 'The schema is up to date.' : `${count} migration(s) run.`);
  });
