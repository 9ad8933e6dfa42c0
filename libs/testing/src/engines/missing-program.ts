/** A program that the tests need is not on this machine. */
export class MissingProgram extends Error {
  override readonly name = 'MissingProgram';

  constructor(program: string, packages: string) {
    super(`${program} is missing. On Debian: apt-get install ${packages}; "npm test" as root installs it by itself.`);
  }
}
