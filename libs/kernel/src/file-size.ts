const units = ['byte', 'kB', 'MB', 'GB', 'TB'] as const;

/** A size for people, in steps of 1,024: `2 GB`, `97.7 kB`. */
export function fileSizeInWords(bytes: number): string {
  const step = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), units.length - 1);
  return `${Number((bytes / 1024 ** step).toFixed(1))} ${units[step] ?? 'byte'}`;
}
