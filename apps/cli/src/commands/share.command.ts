import { Command } from 'commander';

const recount = new Command('recount')
  .description('count the electronic share again from the registers; exit code 1 if it differs from the figures')
  .action(async () => (await import('../runs/share.js')).recountShare());

export const shareCommand = new Command('share').description('the electronic share').addCommand(recount);
