import { Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { desktopState, switchDesktopNotices } from './desktop-notices.js';

/** A choice for this browser, which has the last word. */
export function DesktopSwitch() {
  const { t } = useTranslation();
  const [state, setState] = useState(desktopState);
  const isOpen = state === 'on' || state === 'off';
  return (
    <Switch
      mb="md"
      label={t('notifications.desktop.label')}
      description={t(isOpen ? 'notifications.desktop.hint' : `notifications.desktop.${state}`)}
      checked={state === 'on'}
      disabled={!isOpen}
      onChange={({ currentTarget: { checked } }) => void switchDesktopNotices(checked).then(setState)}
    />
  );
}
