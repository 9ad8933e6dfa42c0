import { useMutation } from '@tanstack/react-query';
import type { ImportLine, ImportOutcome } from './import-outcome.js';

interface Wish {
  readonly file: File;
  /** Of the preview; without it, a preview. */
  readonly plan?: string;
}

/** Sends a file to be looked at, or to be imported as it was looked at. */
export type SendFile<Line extends ImportLine> = (wish: Wish) => Promise<ImportOutcome<Line>>;

/** The request of a file: its description knows bytes as a text only, what is sent is the file. */
export function requestOf({ file, plan }: Wish) {
  return {
    params: { query: plan === undefined ? {} : { plan } },
    headers: { 'content-type': 'application/octet-stream' },
    body: file.name,
    bodySerializer: () => file,
  };
}

export function usePreviewImport<Line extends ImportLine>(send: SendFile<Line>) {
  return useMutation({ mutationFn: (file: File) => send({ file }) });
}

export function useImport<Line extends ImportLine>(
  send: SendFile<Line>,
  onImported: (outcome: ImportOutcome<Line>) => void,
) {
  return useMutation({ mutationFn: (wish: Required<Wish>) => send(wish), onSuccess: onImported });
}
