import { Button, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ConnectionLostError, hasCode, ProblemError } from '../api/problem.js';
import { EmptyPlace } from '../ui/empty-place.js';
import { useSentences } from '../ui/use-problem.js';
import { NotFoundPage } from './not-found-page.js';

/** What stands in a page's place when it can't be shown: never blank, never only a code. */
export function PageFault({ error }: { readonly error: unknown }) {
  const { t } = useTranslation();
  const sentences = useSentences();
  if (hasCode(error, 'not-found')) {
    return <NotFoundPage />;
  }
  const spoken = error instanceof ProblemError || error instanceof ConnectionLostError;
  const { title, detail } = spoken
    ? sentences(error)
    : { title: t('common.problem.page'), detail: t('common.problem.pageHint') };
  return (
    <EmptyPlace level={1} icon={IconAlertTriangle} title={title} text={detail}>
      <Button
        onClick={() => {
          window.location.reload();
        }}
      >
        {t('common.reload')}
      </Button>
      {error instanceof ProblemError && error.problem.requestId !== '' && (
        <Text size="xs" c="dimmed">
          {t('common.problem.requestId', { id: error.problem.requestId })}
        </Text>
      )}
    </EmptyPlace>
  );
}
