import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { documentTypesQuery } from '../outgoing/document-queries.js';
import { agencyQuery } from '../people/agency-query.js';
import { formatDate } from '../ui/format.js';
import classes from './filters.module.css';
import { type FilterKey, filterKeys, type ListFilter } from './filter-search.js';
import { filterChoicesQuery } from './outgoing-list-queries.js';

interface Props {
  readonly filter: ListFilter;
  readonly onDrop: (keys: readonly FilterKey[]) => void;
}

/** What the list is narrowed to, in words; each goes away by its own button. */
export function FilterChips({ filter, onDrop }: Props) {
  const { t } = useTranslation();
  const wordOf = useWords(filter);
  const set = filterKeys.filter((key) => filter[key] !== undefined);
  return (
    <ul className={classes.chips} aria-label={t('outgoingList.narrowedTo')}>
      {set.map((key) => {
        const words =
          key === 'late' ? t('outgoingList.filter.late') : `${t(`outgoingList.filter.${key}`)}: ${wordOf(key)}`;
        return (
          <li key={key}>
            <Button
              size="compact-sm"
              radius="xl"
              variant="light"
              rightSection={<IconX size={14} aria-hidden />}
              aria-label={t('outgoingList.drop', { words })}
              onClick={() => onDrop([key])}
            >
              {words}
            </Button>
          </li>
        );
      })}
      {set.length > 1 && (
        <li>
          <Button size="compact-sm" radius="xl" variant="subtle" onClick={() => onDrop(filterKeys)}>
            {t('outgoingList.dropAll')}
          </Button>
        </li>
      )}
    </ul>
  );
}

/** The words of what is a list of the agency: its types, people, units, and agencies of the directory. */
function useNames(filter: ListFilter): Partial<Record<FilterKey, string | undefined>> {
  const types = useQuery({ ...documentTypesQuery, enabled: filter.typeCode !== undefined });
  const needsChoices = [filter.drafterPostId, filter.signerPostId, filter.unitId].some((one) => one !== undefined);
  const { data: choices } = useQuery({ ...filterChoicesQuery, enabled: needsChoices });
  const agency = useQuery({ ...agencyQuery(filter.recipientId ?? ''), enabled: filter.recipientId !== undefined });
  return {
    typeCode: types.data?.find(({ code }) => code === filter.typeCode)?.name ?? filter.typeCode,
    drafterPostId: choices?.drafters.find(({ postId }) => postId === filter.drafterPostId)?.fullName,
    signerPostId: choices?.signers.find(({ postId }) => postId === filter.signerPostId)?.fullName,
    unitId: choices?.units.find(({ id }) => id === filter.unitId)?.name,
    recipientId: agency.data?.name,
  };
}

function useWords({ state, urgency, delivery, outcome, from, to, ...rest }: ListFilter): (key: FilterKey) => string {
  const { t } = useTranslation();
  const words: Partial<Record<FilterKey, string | undefined>> = {
    ...useNames(rest),
    ...(state !== undefined && { state: t(`outgoing.state.${state}`) }),
    ...(urgency !== undefined && { urgency: t(`common.urgency.${urgency}`) }),
    ...(delivery !== undefined && { delivery: t(`outgoingList.deliveries.${delivery}`) }),
    ...(outcome !== undefined && { outcome: t(`outgoingList.outcomes.${outcome}`) }),
    ...(rest.unitId === 'no-unit' && { unitId: t('incomingRegister.report.noUnit') }),
    ...(from !== undefined && { from: formatDate(from) }),
    ...(to !== undefined && { to: formatDate(to) }),
  };
  return (key) => words[key] ?? '…';
}
