import { SegmentedControl } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, currentLanguage } from '../i18n/i18n.js';

export function LanguageChoice({ fullWidth = false }: { readonly fullWidth?: boolean }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  return (
    <SegmentedControl
      size="xs"
      fullWidth={fullWidth}
      aria-label={t('shell.language')}
      value={currentLanguage()}
      onChange={(value) => {
        void chooseLanguage(value === 'en' ? 'en' : 'vi').then(() => queries.invalidateQueries());
      }}
      data={[
        { value: 'vi', label: t('shell.vietnamese') },
        { value: 'en', label: t('shell.english') },
      ]}
    />
  );
}
