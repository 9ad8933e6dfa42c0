import { Command, InvalidArgumentError } from 'commander';
import { passwordLength } from '#contracts';
import { migrateDatabase } from '#db';
import { withApplication, withDatabase } from '../open-application.js';
import { readProvince, seedProvince } from '../seed-province.js';

function longEnough(password: string): string {
  if (password.length < passwordLength.min || password.length > passwordLength.max) {
    throw new InvalidArgumentError(`a password has ${passwordLength.min} to ${passwordLength.max} characters`);
  }
  return password;
}

export const seedCommand = new Command('seed')
  .description('put the demonstration province (Hòa Bình of 2017) into the database; what is there stays')
  .requiredOption('--password <password>', 'the password of everyone in the province', longEnough)
  .action(async ({ password }: { password: string }) => {
    await withDatabase((url) => migrateDatabase(url));
    const province = await readProvince();
    await withApplication((app) => seedProvince(app, province, password));
    console.log(`${province.agencies.length} agencies and ${province.people.length} people are there.`);
  });
