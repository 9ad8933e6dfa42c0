import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where LibreOffice is: the given path, nowhere for `none`, and the first of its names on the PATH for nothing given. */
export function pathOfOffice(given: string | undefined, searchPath: string): string | undefined {
  if (given === 'none') {
    return undefined;
  }
  const folders = searchPath.split(delimiter).filter((folder) => folder !== '');
  const found = folders.flatMap((folder) => ['soffice', 'libreoffice'].map((name) => join(folder, name)));
  return (given === undefined ? found : [given]).find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
