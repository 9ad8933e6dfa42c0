import { ActionIcon, Button, Loader, NumberInput, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { documentTypesQuery } from '../outgoing/document-queries.js';
import { formatDate } from '../ui/format.js';
import { DayField } from './day-field.js';
import { IssuerField } from './issuer-field.js';
import { isReady, type TableLine } from './paper-lines.js';
import classes from './paper-table-page.module.css';
import type { PaperTable } from './use-paper-table.js';

interface Props {
  readonly line: TableLine;
  /** From 1, as people count. */
  readonly place: number;
  readonly table: PaperTable;
}

export function PaperTableLine({ line, place, table }: Props) {
  const { t } = useTranslation();
  const types = useQuery(documentTypesQuery).data ?? [];
  const { id, fields, registered, refusal, faults } = line;
  if (registered !== null) {
    return (
      <tr data-registered>
        <td>
          <Link to="/incoming/$arrivalId" params={{ arrivalId: registered.id }}>
            {registered.number}
          </Link>
        </td>
        <td>{fields.issuerName}</td>
        <td>{fields.symbol}</td>
        <td>{fields.issuedOn === null ? '' : formatDate(fields.issuedOn)}</td>
        <td>{types.find(({ code }) => code === fields.typeCode)?.name}</td>
        <td>{fields.subject}</td>
        <td colSpan={2}>{fields.pageCount}</td>
      </tr>
    );
  }
  const said = [...faults, ...(refusal === null ? [] : [refusal.words])];
  return (
    <>
      <tr aria-label={t('paper.table.line', { place })}>
        <td>{table.isRunning && isReady(line) && refusal === null && <Loader size={14} />}</td>
        <td>
          <IssuerField isNamedOnly {...fields} onChange={(part) => table.change(id, part)} />
        </td>
        <td>
          <TextInput
            size="xs"
            aria-label={t('paper.symbol')}
            maxLength={100}
            value={fields.symbol}
            onChange={(event) => table.change(id, { symbol: event.currentTarget.value })}
          />
        </td>
        <td>
          <DayField
            isNamedOnly
            label={t('paper.issuedOn')}
            value={fields.issuedOn}
            onChange={(issuedOn) => table.change(id, { issuedOn })}
          />
        </td>
        <td>
          <Select
            size="xs"
            aria-label={t('paper.type')}
            searchable
            allowDeselect={false}
            data={types.map(({ code, name }) => ({ value: code, label: name }))}
            value={fields.typeCode === '' ? null : fields.typeCode}
            onChange={(typeCode) => table.change(id, { typeCode: typeCode ?? '' })}
          />
        </td>
        <td>
          <TextInput
            size="xs"
            aria-label={t('paper.subject')}
            maxLength={500}
            value={fields.subject}
            onChange={(event) => table.change(id, { subject: event.currentTarget.value })}
          />
        </td>
        <td>
          <NumberInput
            size="xs"
            aria-label={t('paper.pageCount')}
            min={1}
            max={9999}
            allowDecimal={false}
            hideControls
            value={fields.pageCount ?? ''}
            onChange={(count) => table.change(id, { pageCount: typeof count === 'number' ? count : null })}
            onKeyDown={(event) => {
              if (event.key === 'Enter') {
                event.preventDefault();
                table.add();
              }
            }}
          />
        </td>
        <td>
          <ActionIcon
            variant="subtle"
            color="gray"
            disabled={table.isRunning}
            aria-label={t('paper.table.removeLine', { place })}
            onClick={() => table.drop(id)}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </td>
      </tr>
      {said.length > 0 && (
        <tr>
          <td colSpan={8}>
            <div className={classes.fault} role="alert">
              {said.join(' ')}
              {refusal?.code === 'arrival.same-document' && (
                <Button size="xs" variant="default" onClick={() => table.allow(id)}>
                  {t('paper.registerAnyway')}
                </Button>
              )}
            </div>
          </td>
        </tr>
      )}
    </>
  );
}
