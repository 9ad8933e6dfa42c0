import { localStorageColorSchemeManager, MantineProvider, useMatches } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { queryClient } from './api/query-client.js';
import { router } from './router.js';
import { cssVariables, theme } from './theme.js';

const colorSchemes = localStorageColorSchemeManager({ key: 'vanthu.color-scheme' });

export function App() {
  const { t } = useTranslation();
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={colorSchemes}
      defaultColorScheme="auto"
    >
      <QueryClientProvider client={queryClient}>
        <ModalsProvider labels={{ confirm: '', cancel: t('common.cancel') }}>
          <Tidings />
          <RouterProvider router={router} />
        </ModalsProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}

/** Where no next step stands, so that nobody waits until they are gone: those stand above on a desk, below on a phone. */
function Tidings() {
  const position = useMatches({ base: 'top-center', md: 'bottom-left' } as const);
  return <Notifications position={position} autoClose={6000} limit={4} />;
}
