import { Alert } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useSentences } from './use-problem.js';

export function ProblemAlert({ error }: { readonly error: unknown }) {
  const { title, detail } = useSentences()(error);
  return (
    <Alert color="red" title={title} icon={<IconAlertCircle aria-hidden />} role="alert">
      {detail}
    </Alert>
  );
}
