import { MakeResetLink, RescueSecondFactors } from '#identity';
import { withApplication } from '../open-application.js';

export async function printResetLink(userName: string): Promise<void> {
  const made = await withApplication((app) => app.get(MakeResetLink, { strict: false }).execute(userName));
  if (made === undefined) {
    console.log(`Nobody who can sign in is called ${userName}.`);
    process.exitCode = 1;
    return;
  }
  console.log(made.link);
}

export async function takeSecondFactorsAway(userName: string): Promise<void> {
  const done = await withApplication((app) => app.get(RescueSecondFactors, { strict: false }).execute(userName));
  if (!done) {
    console.log(`Nobody with a second factor is called ${userName}.`);
    process.exitCode = 1;
    return;
  }
  console.log(`${userName} signs in with the password; all of their sessions have ended.`);
}
