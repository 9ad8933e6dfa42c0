/** A piece of text on a page as pdfjs tells it. */
export interface PdfItem {
  readonly str: string;
  /** The six numbers of a transformation; the last two are the place. */
  readonly transform: readonly number[];
  readonly width: number;
}

interface Placed {
  readonly text: string;
  readonly angle: number;
  /** Along the line, across it (upwards), where it ends, and the height of its letters. */
  readonly along: number;
  readonly across: number;
  readonly end: number;
  readonly size: number;
}

/** In heights of a letter: what is further apart is another word, and another column. */
const wordGap = 0.15;
const columnGap = 2.5;
/** Letters of one line stand at the same height, give or take this much of theirs. */
const sameLine = 0.4;

/**
 * The lines of a page as people see them, from the top: pieces that stand beside each other are one line, with three
 * spaces where another column begins. Text that was turned stands by itself.
 */
export function pdfLines(items: readonly PdfItem[]): string[] {
  const rows: Placed[][] = [];
  const pieces = items.filter(({ str }) => str.trim() !== '').map(placed);
  for (const piece of pieces.toSorted((one, other) => one.angle - other.angle || other.across - one.across)) {
    const row = rows.at(-1);
    const first = row?.[0];
    const isSame =
      first?.angle === piece.angle &&
      Math.abs(first.across - piece.across) <= sameLine * Math.max(first.size, piece.size);
    if (isSame) {
      row?.push(piece);
    } else {
      rows.push([piece]);
    }
  }
  return rows.map((row) => joined(row.toSorted((one, other) => one.along - other.along)));
}

function placed({ str, transform, width }: PdfItem): Placed {
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = transform;
  const turned = Math.atan2(b, a);
  const along = x * Math.cos(turned) + y * Math.sin(turned);
  return {
    text: str,
    angle: Math.round((turned * 180) / Math.PI),
    along,
    across: y * Math.cos(turned) - x * Math.sin(turned),
    end: along + width,
    size: Math.hypot(c, d) || Math.hypot(a, b) || 1,
  };
}

function joined(row: readonly Placed[]): string {
  let text = '';
  let end: number | undefined;
  for (const piece of row) {
    const gap = end === undefined ? 0 : (piece.along - end) / piece.size;
    text += `${gap > columnGap ? '   ' : gap > wordGap ? ' ' : ''}${piece.text}`;
    end = piece.end;
  }
  return text;
}
