import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesktopNotices } from '../notifications/use-desktop-notices.js';
import { ResetNotice } from '../second-factor/reset-notice.js';
import { SignInAgain } from '../session/sign-in-again.js';
import { useSession } from '../session/use-session.js';
import { useKeys } from '../ui/use-keys.js';
import { useWaitingInTitle } from '../ui/use-page-title.js';
import { BottomBar } from './bottom-bar.js';
import { ConnectionBanner } from './connection-banner.js';
import classes from './frame.module.css';
import { KeyHelp } from './key-help.js';
import { PhoneBar } from './phone-bar.js';
import { waitingFor } from './places.js';
import { ShellContext } from './shell-context.js';
import { SideMenu } from './side-menu.js';
import { useDeskCounts } from './use-desk-counts.js';
import { useFocusOnArrival } from './use-focus-on-arrival.js';
import { useLiveLine } from './use-live-line.js';

const Palette = lazy(async () => ({ default: (await import('./palette.js')).Palette }));

export function Frame() {
  const { t } = useTranslation();
  const line = useLiveLine();
  const [palette, { open: openPalette, close: closePalette }] = useDisclosure(false);
  const [keys, { open: openKeys, close: closeKeys }] = useDisclosure(false);
  const shell = useMemo(() => ({ openPalette, openKeys }), [openPalette, openKeys]);
  useHotkeys([['mod+K', openPalette]], []);
  useKeys({ '?': openKeys });
  useFocusOnArrival();
  useDesktopNotices();
  const { permissions } = useSession();
  useWaitingInTitle(waitingFor(permissions, useDeskCounts()));

  return (
    <ShellContext value={shell}>
      <a href="#main" className={classes.skip}>
        {t('shell.skip')}
      </a>
      <div className={classes.frame}>
        <SideMenu onFind={openPalette} />
        <div className={classes.middle}>
          <PhoneBar onFind={openPalette} />
          {line === 'lost' && <ConnectionBanner />}
          <ResetNotice />
          <main id="main" tabIndex={-1} className={classes.main}>
            <Outlet />
          </main>
        </div>
        <BottomBar />
      </div>
      <Suspense>{palette && <Palette onClose={closePalette} />}</Suspense>
      <KeyHelp opened={keys} onClose={closeKeys} />
      <SignInAgain />
    </ShellContext>
  );
}
