import { foldVietnamese } from '#kernel';

/** A body outside the system in plain letters: the same name at the same address is the same body. [own] */
export function bodyKey({ name, address }: { readonly name: string; readonly address: string }): string {
  return foldVietnamese(`${name} | ${address}`).replaceAll(/\s+/g, ' ').trim();
}
