import { Checkbox, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { documentTypesQuery } from '../outgoing/document-queries.js';
import { AgencyFilter } from '../people/agency-filter.js';
import { useSession } from '../session/use-session.js';
import classes from './filters.module.css';
import {
  deliveryFilters,
  documentOutcomes,
  documentStates,
  type FilterKey,
  type ListFilter,
  urgencies,
} from './filter-search.js';
import { filterChoicesQuery } from './outgoing-list-queries.js';

interface Props {
  readonly filter: ListFilter;
  readonly onNarrow: (change: Partial<Record<FilterKey, string | undefined>>) => void;
}

/** Everything that the outgoing list can be narrowed to. */
export function FilterFields({ filter, onNarrow }: Props) {
  const { t } = useTranslation();
  const { post } = useSession();
  const types = useQuery(documentTypesQuery);
  const choices = useQuery(filterChoicesQuery);
  const people = (known: readonly { postId: string; fullName: string; position: string }[] | undefined) =>
    (known ?? []).map(({ postId, fullName, position }) => ({
      value: postId,
      label: postId === post.id ? t('outgoingList.me', { name: fullName }) : `${fullName} – ${position}`,
    }));
  const options: readonly (readonly [FilterKey, readonly { value: string; label: string }[]])[] = [
    ['state', documentStates.map((value) => ({ value, label: t(`outgoing.state.${value}`) }))],
    ['typeCode', (types.data ?? []).map(({ code, name }) => ({ value: code, label: name }))],
    ['urgency', urgencies.map((value) => ({ value, label: t(`common.urgency.${value}`) }))],
    ['delivery', deliveryFilters.map((value) => ({ value, label: t(`outgoingList.deliveries.${value}`) }))],
    ['outcome', documentOutcomes.map((value) => ({ value, label: t(`outgoingList.outcomes.${value}`) }))],
    ['drafterPostId', people(choices.data?.drafters)],
    ['signerPostId', people(choices.data?.signers)],
    [
      'unitId',
      [
        ...(choices.data?.units ?? []).map(({ id, name }) => ({ value: id, label: name })),
        { value: 'no-unit', label: t('incomingRegister.report.noUnit') },
      ],
    ],
  ];
  return (
    <div className={classes.fields}>
      {options.map(([key, data]) => (
        <Select
          key={key}
          size="sm"
          label={t(`outgoingList.filter.${key}`)}
          placeholder={t('outgoingList.any')}
          nothingFoundMessage={t('outgoingList.noChoice')}
          clearable
          searchable
          clearButtonProps={{ 'aria-label': t('outgoingList.any') }}
          data={[...data]}
          value={filter[key] ?? null}
          onChange={(chosen) => onNarrow({ [key]: chosen ?? undefined })}
        />
      ))}
      {(['from', 'to'] as const).map((key) => (
        <TextInput
          key={key}
          type="date"
          size="sm"
          label={t(`outgoingList.filter.${key}`)}
          value={filter[key] ?? ''}
          onChange={(event) => onNarrow({ [key]: event.currentTarget.value })}
        />
      ))}
      <div className={classes.recipient}>
        <AgencyFilter
          label={t('outgoingList.filter.recipientId')}
          agencyId={filter.recipientId}
          onChoose={(recipientId) => onNarrow({ recipientId })}
        />
      </div>
      <Checkbox
        className={classes.late}
        label={t('outgoingList.filter.late')}
        checked={filter.late === 'yes'}
        onChange={(event) => onNarrow({ late: event.currentTarget.checked ? 'yes' : undefined })}
      />
    </div>
  );
}
