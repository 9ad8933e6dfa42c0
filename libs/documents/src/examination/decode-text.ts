/**
 * The letters of a text file: UTF-16 by its mark or by the zeros between plain letters, else UTF-8, else the code page
 * of Vietnamese Windows, which knows every byte.
 */
export function decodeText(bytes: Buffer): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) {
    return new TextDecoder('utf-16le').decode(bytes);
  }
  if (first === 0xfe && second === 0xff) {
    return new TextDecoder('utf-16be').decode(bytes);
  }
  const head = bytes.subarray(0, 4_096);
  const zeros = (odd: number): number => head.filter((byte, index) => index % 2 === odd && byte === 0).length;
  // Spaces, digits and half of the letters of a Vietnamese text have a zero beside them in UTF-16.
  if (zeros(1) > head.length / 8 && zeros(1) > zeros(0)) {
    return new TextDecoder('utf-16le').decode(bytes);
  }
  if (zeros(0) > head.length / 8) {
    return new TextDecoder('utf-16be').decode(bytes);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1258').decode(bytes);
  }
}
