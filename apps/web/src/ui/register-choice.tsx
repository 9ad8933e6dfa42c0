import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/use-session.js';

interface Props {
  readonly agencyId: string | undefined;
  readonly onChange: (agencyId: string | undefined) => void;
}

/** The own register, or the closed one of an agency whose place the own one took. */
export function RegisterChoice({ agencyId, onChange }: Props) {
  const { t } = useTranslation();
  const { predecessors, post } = useSession();
  if (predecessors.length === 0) {
    return null;
  }
  const own = { value: post.agency.id, label: t('reorganisation.register.own', { name: post.agency.name }) };
  return (
    <Select
      w={280}
      aria-label={t('reorganisation.register.label')}
      allowDeselect={false}
      data={[own, ...predecessors.map(({ id, name, code }) => ({ value: id, label: `${name} (${code})` }))]}
      value={agencyId ?? own.value}
      onChange={(value) => onChange(value === null || value === own.value ? undefined : value)}
    />
  );
}
