/** Longest time for one story of a browser, on a busy machine with two cores; a single wait ends sooner (desks.ts). */
export const storyMs = 180_000;
