import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { newId } from '#kernel';
import { productFolder } from '#platform';

const Description = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

export interface ApiRoute {
  readonly method: string;
  /** Below `/api/v1`, as in the description: `/documents/{id}`. */
  readonly path: string;
}

/** Every route of the committed description of the API: a new one is among them by itself. */
export async function apiRoutes(): Promise<ApiRoute[]> {
  const text = await readFile(join(productFolder, 'apps', 'api', 'openapi.json'), 'utf8');
  const { paths } = Description.parse(JSON.parse(text));
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path: path.replace(/^\/api\/v1/, '') })),
  );
  // The answer to a HEAD has no body that could say why it was refused: uploads.spec.ts asks those.
  return routes.filter(({ method }) => method !== 'HEAD');
}

/** The path with an id that nothing has in the place of each name in braces. */
export function withUnknownIds(path: string): string {
  return path.replaceAll(/\{\w+\}/g, () => newId());
}
