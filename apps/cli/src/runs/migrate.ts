import { bringUpToDate } from '../open-application.js';

export async function migrate(): Promise<void> {
  const count = await bringUpToDate((line) => console.log(line));
  console.log(count === 0 ? 'The schema is up to date.' : `${count} migration(s) run.`);
}
