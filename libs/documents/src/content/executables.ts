/** Programs of Windows, Linux and macOS, classes of Java and shortcuts, by their first bytes. */
const marks: readonly Buffer[] = [
  Buffer.from('MZ'),
  Buffer.from('\x7fELF', 'latin1'),
  ...['feedface', 'feedfacf', 'cefaedfe', 'cffaedfe', 'cafebabe', '4c000000011402'].map((mark) =>
    Buffer.from(mark, 'hex'),
  ),
];

export function isExecutable(head: Uint8Array): boolean {
  return marks.some((mark) => mark.every((byte, index) => head[index] === byte));
}
