import { IconFile, IconFileTypeDoc, IconFileTypePdf, IconFileTypeXls, IconPhoto } from '@tabler/icons-react';

const marks = [
  [/\.pdf$/i, IconFileTypePdf],
  [/\.(docx?|odt|rtf)$/i, IconFileTypeDoc],
  [/\.(xlsx?|ods|csv)$/i, IconFileTypeXls],
  [/\.(png|jpe?g|gif|webp|tiff?)$/i, IconPhoto],
] as const;

export function FileMark({ fileName }: { readonly fileName: string }) {
  const Icon = marks.find(([pattern]) => pattern.test(fileName))?.[1] ?? IconFile;
  return <Icon size={22} stroke={1.5} aria-hidden />;
}
