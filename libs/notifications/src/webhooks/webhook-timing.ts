/** What follows is [own]; the pauses are those of deliveries. */
const firstPause = 5_000;
const longestPause = 3_600_000;

/** Days of failures after which a webhook is paused and its administrators are told. */
export const longestFailingDays = 3;

/** Days that ended messages stay in the list, to be sent again. */
export const keptDays = 30;

/** Milliseconds until the next try after so many failures in a row, up to a quarter of it more by chance. */
export function pauseAfterFailures(failures: number): number {
  const pause = Math.min(firstPause * 2 ** (failures - 1), longestPause);
  return Math.round(pause * (1 + Math.random() / 4));
}

/** Answers with an error after which a message is set aside: what may pass by itself gets longer, about an hour and a half. */
export function triesOf(mayPass: boolean): number {
  return mayPass ? 11 : 3;
}
