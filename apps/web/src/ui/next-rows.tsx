import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './row-list.module.css';
import { useIsVisible } from './use-is-visible.js';

interface Props {
  readonly isReading: boolean;
  readonly isFailed: boolean;
  readonly onNear: () => void;
}

/** The end of a list that goes on: read when it comes near, or by its button, which is also there for the keyboard. */
export function NextRows({ isReading, isFailed, onNear }: Props) {
  const { t } = useTranslation();
  const end = useRef<HTMLDivElement>(null);
  const isNear = useIsVisible(end, '600px 0px');
  const read = useRef(onNear);
  useEffect(() => {
    read.current = onNear;
  });
  useEffect(() => {
    if (isNear && !isReading && !isFailed) {
      read.current();
    }
  }, [isNear, isReading, isFailed]);

  return (
    <div ref={end} className={classes.more} data-no-print>
      <Button variant="default" loading={isReading} onClick={onNear}>
        {t('common.more')}
      </Button>
    </div>
  );
}
