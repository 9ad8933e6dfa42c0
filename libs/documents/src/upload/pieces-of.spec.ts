import { describe, expect, it } from 'vitest';
import { piecesOf } from './pieces-of.js';

async function piecesFrom(content: AsyncIterable<Uint8Array>): Promise<string[]> {
  const pieces: string[] = [];
  for await (const piece of piecesOf(content, 4)) {
    pieces.push(piece.toString());
  }
  return pieces;
}

async function* coming(chunks: readonly string[], fault?: Error): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) {
    yield await Promise.resolve(Buffer.from(chunk));
  }
  if (fault !== undefined) {
    throw fault;
  }
}

describe('content in pieces', () => {
  it.each([
    [[], []],
    [['ab'], ['ab']],
    [['abcd'], ['abcd']],
    [
      ['ab', 'cd', 'e'],
      ['abcd', 'e'],
    ],
    [['abcdefghij'], ['abcd', 'efgh', 'ij']],
    [
      ['abc', 'defgh'],
      ['abcd', 'efgh'],
    ],
  ])('%j comes as %j', async (chunks, pieces) => {
    expect(await piecesFrom(coming(chunks))).toEqual(pieces);
  });

  it('ends with what came before the line broke', async () => {
    expect(await piecesFrom(coming(['abc', 'de'], new Error('ECONNRESET')))).toEqual(['abcd', 'e']);
  });
});
