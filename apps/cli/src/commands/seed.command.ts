import { Command, InvalidArgumentError } from 'commander';
import { passwordLength } from '#contracts';

function longEnough(password: string): string {
  if (password.length < passwordLength.min || password.length > passwordLength.max) {
    throw new InvalidArgumentError(`a password has ${passwordLength.min} to ${passwordLength.max} characters`);
  }
  return password;
}

export const seedCommand = new Command('seed')
  .description('put the demonstration province (Hòa Bình of 2017) into an empty database; safe to run again')
  .requiredOption('--password <password>', 'the password of everyone in the province', longEnough)
  .action(async ({ password }: { password: string }) => (await import('../runs/seed.js')).seed(password));
