import { Command, InvalidArgumentError } from 'commander';
import type { KeptAnchor } from '#audit';

const verify = new Command('verify')
  .description('read the whole trail again; names each row that was changed, removed or inserted, exit code 1 if any')
  .option('--anchor <number:hash>', 'an anchor that was kept outside: is it still part of the trail?', keptAnchor)
  .action(async ({ anchor }: { anchor?: KeptAnchor }) => (await import('../runs/audit.js')).verifyTrail(anchor));

const anchorCommand = new Command('anchor')
  .description('print the newest anchor of the trail, to be kept outside: on paper, or in a letter')
  .action(async () => (await import('../runs/audit.js')).printAnchor());

export const auditCommand = new Command('audit').description('the trail').addCommand(verify).addCommand(anchorCommand);

function keptAnchor(text: string): KeptAnchor {
  const [, number, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text.trim().toLowerCase()) ?? [];
  if (number === undefined || hash === undefined) {
    throw new InvalidArgumentError('An anchor reads number:hash, as `vanthu audit anchor` printed it.');
  }
  return { number: Number(number), hash };
}
