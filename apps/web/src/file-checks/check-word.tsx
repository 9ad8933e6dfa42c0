import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { FileCheck } from '../api/types.js';
import { StateWord, type Tone } from '../ui/state-word.js';
import { checksQuery } from './checks-query.js';

const toneOf: Record<FileCheck['state'], Tone> = {
  checked: 'good',
  waiting: 'calm',
  'not-checked': 'care',
  held: 'bad',
  'too-large': 'care',
  infected: 'bad',
};

/** How far the check of a file is, beside its name. */
export function CheckWord({ check }: { readonly check: FileCheck }) {
  const { t } = useTranslation();
  return <StateWord tone={toneOf[check.state]}>{t(`checks.state.${check.state}`)}</StateWord>;
}

/** The same for a file of which only the ids are known; nothing until it is. */
export function CheckOf({ documentId, attachmentId }: { readonly documentId: string; readonly attachmentId: string }) {
  const { data } = useQuery(checksQuery(documentId));
  const check = data?.files.find((file) => file.attachmentId === attachmentId);
  return check === undefined ? null : <CheckWord check={check} />;
}
