import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ApiClientSummary } from '../api/types.js';

const colors = { ready: 'accent', 'no-secret': 'yellow', 'post-ended': 'gray', disabled: 'gray' } as const;

export function ClientStateWord({ state }: Pick<ApiClientSummary, 'state'>) {
  const { t } = useTranslation();
  return (
    <Badge variant="light" color={colors[state]} tt="none" data-state={state}>
      {t(`apiClients.state.${state}`)}
    </Badge>
  );
}
