import { ActionIcon } from '@mantine/core';
import { IconArrowAutofitWidth, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Zoom } from './use-zoom.js';
import classes from './viewer-bar.module.css';

interface Props {
  readonly zoom: Zoom;
  readonly children?: ReactNode;
}

/** What stays in sight above a file: where in it one is, and how large it is shown. */
export function ViewerBar({ zoom, children }: Props) {
  const { t } = useTranslation();
  const percent = Math.round(zoom.factor * 100);
  return (
    <div className={classes.bar} data-no-print>
      <span className={classes.place}>{children}</span>
      <span className={classes.zoom}>
        <BarButton label={t('viewer.zoomOut')} onPress={zoom.smaller}>
          <IconZoomOut size={20} aria-hidden />
        </BarButton>
        <span className={classes.percent} role="status" aria-label={t('viewer.zoom', { percent })}>
          {percent} %
        </span>
        <BarButton label={t('viewer.zoomIn')} onPress={zoom.larger}>
          <IconZoomIn size={20} aria-hidden />
        </BarButton>
        <BarButton label={t('viewer.fit')} onPress={zoom.fit}>
          <IconArrowAutofitWidth size={20} aria-hidden />
        </BarButton>
      </span>
    </div>
  );
}

interface ButtonProps {
  readonly label: string;
  readonly onPress: (() => void) | undefined;
  readonly isOn?: boolean;
  readonly children: ReactNode;
}

/** Without anything to do it keeps the focus, so that the keyboard does not fall out of the bar at the last step. */
export function BarButton({ label, onPress, isOn, children }: ButtonProps) {
  return (
    <ActionIcon
      variant={isOn === true ? 'light' : 'subtle'}
      color={isOn === true ? 'accent' : 'gray'}
      size={36}
      title={label}
      aria-label={label}
      aria-pressed={isOn}
      aria-disabled={onPress === undefined}
      data-disabled={onPress === undefined || undefined}
      className={classes.button}
      onClick={onPress}
    >
      {children}
    </ActionIcon>
  );
}
