import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { RecipientPicker } from '../outgoing/recipient-picker.js';
import { agencyQuery } from './agency-query.js';
import classes from './people.module.css';

interface Props {
  /** What the agency is to what is filtered, unless any of them will do. */
  readonly label?: string;
  readonly agencyId: string | undefined;
  readonly onChoose: (agencyId: string | undefined) => void;
}

/** One agency of all, or all of them: found on the server, because there may be thousands. */
export function AgencyFilter({ label, agencyId, onChoose }: Props) {
  const { t } = useTranslation();
  const query = useQuery({ ...agencyQuery(agencyId ?? ''), enabled: agencyId !== undefined });
  if (agencyId === undefined) {
    return (
      <div className={classes.picker}>
        <RecipientPicker label={label ?? t('people.chooseAgency')} chosen={[]} onPick={({ id }) => onChoose(id)} />
      </div>
    );
  }
  return (
    <Button
      variant="light"
      size="sm"
      className={classes.chosen}
      rightSection={<IconX size={16} aria-hidden />}
      aria-label={`${t('people.onlyAgency', { name: query.data?.name ?? '' })} – ${t('people.allAgencies')}`}
      onClick={() => onChoose(undefined)}
    >
      {t('people.onlyAgency', { name: query.data?.name ?? '…' })}
    </Button>
  );
}
