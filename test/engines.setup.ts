// Vitest runs this once before the test files of a run, whatever kinds of tests they are.
export { setUpEngines as setup } from '#testing';
