import { Command } from 'commander';

export const migrateCommand = new Command('migrate')
  .description('bring the database to the present schema; safe to run twice, and from several machines at once')
  .action(async () => (await import('../runs/migrate.js')).migrate());
