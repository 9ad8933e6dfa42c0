import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FieldsProps } from './step-draft.js';

export function ChildrenFollow({ draft, onChange }: Pick<FieldsProps, 'draft' | 'onChange'>) {
  const { t } = useTranslation();
  return (
    <Checkbox
      label={t('reorganisation.form.childrenFollow')}
      description={t('reorganisation.form.childrenFollowHint')}
      checked={draft.childrenFollow}
      onChange={(event) => onChange({ childrenFollow: event.currentTarget.checked })}
    />
  );
}
