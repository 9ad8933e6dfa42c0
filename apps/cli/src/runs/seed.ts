import { hashPassword } from '#identity';
import { Database, PlainFault } from '#platform';
import { bringUpToDate, withApplication } from '../open-application.js';
import { type Province, readProvince, seedProvince } from '../seed-province.js';

export async function seed(password: string): Promise<void> {
  await bringUpToDate();
  const province = await readProvince();
  await withApplication(async (app) => {
    await refuseRealData(app.get(Database), province);
    await seedProvince(app, province, await hashPassword(password));
  });
  console.log(`${province.agencies.length} agencies and ${province.people.length} people are there.`);
}

/** People who share a password do not belong into a database that others work in. */
async function refuseRealData(database: Database, province: Province): Promise<void> {
  const others = await database.query('SELECT 1 FROM people WHERE user_name <> ALL ($1) LIMIT 1', [
    province.people.map(({ userName }) => userName),
  ]);
  if (others.length > 0) {
    throw new PlainFault('This database has people of its own; the demonstration province is only for an empty one.');
  }
}
