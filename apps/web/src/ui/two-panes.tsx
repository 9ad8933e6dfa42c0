import { SegmentedControl } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './two-panes.module.css';

interface Props {
  readonly head: ReactNode;
  /** What has to be seen before anything else, whichever side is shown. */
  readonly notices?: ReactNode;
  readonly actions: ReactNode;
  readonly pages: ReactNode;
  readonly facts: ReactNode;
  readonly first?: 'pages' | 'facts';
}

/** Pages on one side and what they are on the other; on a phone one at a time, with the actions under the thumb. */
export function TwoPanes({ head, notices, actions, pages, facts, first = 'pages' }: Props) {
  const { t } = useTranslation();
  const [pane, setPane] = useState<'pages' | 'facts'>(first);
  return (
    <article className={classes.page} data-actions={actions !== null || undefined}>
      <header className={classes.head}>
        <div className={classes.title}>{head}</div>
        {actions !== null && (
          <div className={classes.actions} data-no-print>
            {actions}
          </div>
        )}
      </header>
      <div className={classes.notices}>{notices}</div>
      <div className={classes.switch} data-no-print>
        <SegmentedControl
          fullWidth
          value={pane}
          onChange={(value) => setPane(value === 'facts' ? 'facts' : 'pages')}
          data={[
            { value: 'pages', label: t('viewer.pane.pages') },
            { value: 'facts', label: t('viewer.pane.facts') },
          ]}
        />
      </div>
      <div className={classes.panes} data-pane={pane}>
        <div className={classes.pages} data-scroller>
          {pages}
        </div>
        <div className={classes.facts}>{facts}</div>
      </div>
    </article>
  );
}
