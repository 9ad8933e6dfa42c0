import { Loader, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ArrivalComparison } from '../api/types.js';
import { formatDate } from '../ui/format.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { StateWord, type Tone } from '../ui/state-word.js';
import { fileUrl } from '../viewer/rendition-query.js';
import classes from './recall.module.css';
import { comparisonQuery } from './request-queries.js';

interface Props {
  readonly laterId: string;
  readonly earlierId: string;
  readonly onClose: () => void;
}

type Field = ArrivalComparison['fields'][number];
type FileChange = ArrivalComparison['files'][number];

const tones: Record<FileChange['change'], Tone> = { same: 'calm', added: 'good', removed: 'bad', changed: 'care' };
const headings = ['before', 'after'] as const;

/** What a document changes of the one that it updates or replaces: fields before and after, and files to open. */
export function ChangesDialog({ laterId, earlierId, onClose }: Props) {
  const { t } = useTranslation();
  const { data, error } = useQuery(comparisonQuery(laterId, earlierId));
  return (
    <Modal
      opened
      size="xl"
      onClose={onClose}
      title={t('recall.changes.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {error !== null && <ProblemAlert error={error} />}
      {data === undefined && error === null && <Loader size="sm" aria-label={t('common.loading')} />}
      {data !== undefined && (
        <>
          <h3 className={classes.heading}>{t('recall.changes.fields')}</h3>
          {data.fields.length === 0 ? t('recall.changes.sameFields') : <Fields fields={data.fields} />}
          <h3 className={classes.heading}>{t('recall.changes.files')}</h3>
          <Files files={data.files} laterId={laterId} earlierId={earlierId} />
        </>
      )}
    </Modal>
  );
}

function Fields({ fields }: { readonly fields: readonly Field[] }) {
  const { t } = useTranslation();
  const word = ({ field }: Field, value: string | null): string => {
    if (value === null) {
      return t('recall.changes.none');
    }
    if (field === 'urgency') {
      return t(`common.urgency.${value as 'normal'}`);
    }
    return field === 'issuedOn' || field === 'dueDate' ? formatDate(value) : value;
  };
  return (
    <table className={classes.changes}>
      <thead>
        <tr>
          <th scope="col">{t('recall.changes.field')}</th>
          {headings.map((side) => (
            <th key={side} scope="col">
              {t(`recall.changes.${side}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {fields.map((one) => (
          <tr key={one.field} data-field={one.field}>
            <th scope="row">{t(`incoming.facts.${nameOf(one.field)}`)}</th>
            <td>{word(one, one.before)}</td>
            <td>{word(one, one.after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function nameOf(field: Field['field']) {
  return field === 'typeName' ? 'type' : field;
}

interface FilesProps {
  readonly files: readonly FileChange[];
  readonly laterId: string;
  readonly earlierId: string;
}

function Files({ files, laterId, earlierId }: FilesProps) {
  const { t } = useTranslation();
  const link = (arrivalId: string, file: FileChange['before'], side: 'openBefore' | 'openAfter') =>
    file === null ? (
      t('recall.changes.none')
    ) : (
      <a
        href={`${fileUrl({ kind: 'arrivals', id: arrivalId }, file.id)}/content`}
        target="_blank"
        rel="noreferrer"
        aria-label={`${t(`recall.changes.${side}`)}: ${file.fileName}`}
      >
        <bdi>{file.fileName}</bdi>
      </a>
    );
  return (
    <table className={classes.changes}>
      <tbody>
        {files.map(({ change, before, after }) => (
          <tr key={`${before?.id ?? ''} ${after?.id ?? ''}`} data-change={change}>
            <th scope="row">
              <StateWord tone={tones[change]}>{t(`recall.changes.${change}`)}</StateWord>
            </th>
            <td>{link(earlierId, before, 'openBefore')}</td>
            <td>{link(laterId, after, 'openAfter')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
