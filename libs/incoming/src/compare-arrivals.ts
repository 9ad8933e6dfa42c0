import { type ArrivalComparison, type ArrivalView, comparedFields, type ComparedField } from '#contracts';

export type Compared = Pick<
  ArrivalView,
  'typeName' | 'symbol' | 'issuedOn' | 'subject' | 'urgency' | 'dueDate' | 'signer' | 'attachments'
>;
type File = Compared['attachments'][number];

/** What a document changes of the one that it updates or replaces: fields that differ, and files by their bytes. */
export function compareArrivals(before: Compared, after: Compared): ArrivalComparison {
  return {
    fields: comparedFields
      .map((field) => ({ field, before: valueOf(before, field), after: valueOf(after, field) }))
      .filter((one) => one.before !== one.after),
    files: compareFiles(before.attachments, after.attachments),
  };
}

function valueOf(arrival: Compared, field: ComparedField): string | null {
  return field === 'signer' ? `${arrival.signer.fullName}, ${arrival.signer.position}` : arrival[field];
}

/**
 * The same bytes are the same file, whatever it is called. Of the others the main texts belong together, and appendices
 * of one name; what is left over was added or removed. In the order of the later document, what was removed at the end.
 */
function compareFiles(before: readonly File[], after: readonly File[]): ArrivalComparison['files'] {
  const left = [...before];
  const take = (matches: (file: File) => boolean): File | null => {
    const index = left.findIndex(matches);
    return index < 0 ? null : (left.splice(index, 1)[0] ?? null);
  };
  const same = new Map(after.map((file) => [file, take(({ digest }) => digest === file.digest)]));
  const files = after.map((file): ArrivalComparison['files'][number] => {
    const equal = same.get(file) ?? null;
    if (equal !== null) {
      return { change: 'same', before: equal, after: file };
    }
    const earlier = take(({ part, fileName }) => part === file.part && (part === 'main' || fileName === file.fileName));
    return { change: earlier === null ? 'added' : 'changed', before: earlier, after: file };
  });
  return [...files, ...left.map((file) => ({ change: 'removed' as const, before: file, after: null }))];
}
