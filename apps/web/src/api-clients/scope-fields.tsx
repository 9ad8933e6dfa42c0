import { Checkbox, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ClientRole, ClientScope } from '../api/types.js';
import { scopesOf, wordOf } from './api-client-queries.js';

interface Props {
  readonly role: ClientRole;
  readonly chosen: readonly ClientScope[];
  readonly onChange: (scopes: readonly ClientScope[]) => void;
  readonly error: string | undefined;
}

/** What the software may do, in the words of the work; only what its role has can be chosen. */
export function ScopeFields({ role, chosen, onChange, error }: Props) {
  const { t } = useTranslation();
  const possible = scopesOf[role];
  return (
    <Checkbox.Group
      label={t('apiClients.scopes')}
      required
      value={[...chosen]}
      onChange={(values) => onChange(possible.filter((scope) => values.includes(scope)))}
      error={error}
    >
      <Stack gap={10} mt={6}>
        {possible.map((scope) => (
          <Checkbox key={scope} value={scope} label={t(`apiClients.scope.${wordOf[scope]}`)} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
