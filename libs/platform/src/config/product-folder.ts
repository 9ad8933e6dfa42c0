import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function nearestPackage(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : nearestPackage(dirname(folder));
}

/** The folder of the product: where package.json, the built web and the samples are, from source and from dist alike. */
export const productFolder = nearestPackage(dirname(fileURLToPath(import.meta.url)));
