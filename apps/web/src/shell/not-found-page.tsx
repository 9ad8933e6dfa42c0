import { Button } from '@mantine/core';
import { IconFileUnknown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyPlace } from '../ui/empty-place.js';
import { usePageTitle } from '../ui/use-page-title.js';

export function NotFoundPage() {
  const { t } = useTranslation();
  usePageTitle(t('shell.notFound.title'));
  return (
    <EmptyPlace level={1} icon={IconFileUnknown} title={t('shell.notFound.title')} text={t('shell.notFound.text')}>
      <Button component="a" href="/">
        {t('shell.notFound.home')}
      </Button>
    </EmptyPlace>
  );
}
