import { randomInt } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const words = ['muong', 'song-da', 'mai-chau', 'cao-phong', 'lac-son', 'thung-nai', 'kim-boi', 'da-bac'];

/** The password of everyone in a demonstration: made once, kept beside its data, printed at every start. */
export async function demoPassword(dataDir: string): Promise<string> {
  const file = join(dataDir, 'demo-password.txt');
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch {
    const password = `${words[randomInt(words.length)]}-${randomInt(100_000, 1_000_000)}`;
    await mkdir(dataDir, { recursive: true });
    await writeFile(file, `${password}\n`, { mode: 0o600 });
    return password;
  }
}
