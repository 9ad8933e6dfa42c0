import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, read } from '../api/client.js';
import { newId } from '../api/new-id.js';
import { fieldErrors } from '../api/problem.js';
import type { AgencyRef, ApiClient, ClientRole, ClientScope } from '../api/types.js';
import { RecipientPicker } from '../outgoing/recipient-picker.js';
import { FormDialog } from '../people/form-dialog.js';
import { useMay, useSession } from '../session/use-session.js';
import { scopesOf, useClientAction } from './api-client-queries.js';
import { ScopeFields } from './scope-fields.js';

interface Props {
  readonly onClose: () => void;
  readonly onAdded: (added: ApiClient) => void;
}

interface Wish {
  readonly headers: { readonly 'Idempotency-Key': string };
  readonly body: { name: string; agencyId: string; role: ClientRole; scopes: ClientScope[] };
}

const roles: readonly ClientRole[] = ['civil-servant', 'clerk', 'archivist'];

/** Who the software is, for which agency it works and what it may do; the secret is made on its own page. */
export function AddApiClientDialog({ onClose, onAdded }: Props) {
  const { t } = useTranslation();
  const { post } = useSession();
  const managesAll = useMay('client:manage-all');
  const [name, setName] = useState('');
  const [agency, setAgency] = useState<AgencyRef>(post.agency);
  const [role, setRole] = useState<ClientRole>('civil-servant');
  const [scopes, setScopes] = useState<readonly ClientScope[]>([]);
  const [tried, setTried] = useState(false);
  const add = useClientAction(({ headers, body }: Wish) => read(client.POST('/api/v1/api-clients', { headers, body })));

  const submit = () => {
    setTried(true);
    if (name.trim() !== '' && scopes.length > 0) {
      const body = { name: name.trim(), agencyId: agency.id, role, scopes: [...scopes] };
      add.mutate({ headers: { 'Idempotency-Key': newId() }, body }, { onSuccess: onAdded });
    }
  };

  return (
    <FormDialog
      title={t('apiClients.add')}
      confirm={t('apiClients.add')}
      isPending={add.isPending}
      error={add.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextInput
        data-autofocus
        label={t('apiClients.name')}
        description={t('apiClients.nameHint')}
        required
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={tried && name.trim() === '' ? t('apiClients.missing') : fieldErrors(add.error)['name']}
      />
      {managesAll && (
        <div>
          <RecipientPicker label={t('apiClients.agency')} chosen={[agency.id]} onPick={setAgency} />
          <strong>{agency.name}</strong>
        </div>
      )}
      <Select
        label={t('apiClients.role')}
        description={t('apiClients.roleHint')}
        required
        allowDeselect={false}
        data={roles.map((value) => ({ value, label: t(`terms.role.${value}`) }))}
        value={role}
        onChange={(value) => {
          const next = roles.find((known) => known === value) ?? role;
          setRole(next);
          setScopes(scopes.filter((scope) => scopesOf[next].includes(scope)));
        }}
      />
      <ScopeFields
        role={role}
        chosen={scopes}
        onChange={setScopes}
        error={tried && scopes.length === 0 ? t('apiClients.missingScopes') : undefined}
      />
    </FormDialog>
  );
}
