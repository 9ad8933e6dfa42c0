/**
 * Content in pieces of at most this many bytes. A line that breaks ends it: what came until then is the last piece, so
 * that nothing of it has to be sent again.
 */
export async function* piecesOf(
  content: AsyncIterable<Uint8Array>,
  pieceBytes: number,
): AsyncGenerator<Buffer, void, undefined> {
  let waiting: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of untilBroken(content)) {
    waiting.push(chunk);
    bytes += chunk.byteLength;
    if (bytes < pieceBytes) {
      continue;
    }
    let rest = Buffer.concat(waiting);
    for (; rest.byteLength >= pieceBytes; rest = rest.subarray(pieceBytes)) {
      yield rest.subarray(0, pieceBytes);
    }
    waiting = rest.byteLength > 0 ? [Buffer.from(rest)] : [];
    bytes = rest.byteLength;
  }
  if (bytes > 0) {
    yield Buffer.concat(waiting);
  }
}

async function* untilBroken(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  const source = content[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await source.next().catch(() => undefined);
      if (next === undefined || next.done === true) {
        return;
      }
      yield next.value;
    }
  } finally {
    await source.return?.();
  }
}
