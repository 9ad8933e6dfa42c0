import { Link, type LinkProps } from '@tanstack/react-router';
import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './box-tabs.module.css';

export interface BoxTab {
  readonly key: string;
  readonly word: string;
  readonly link: LinkProps;
  readonly chosen: boolean;
  readonly count?: number;
}

export function BoxTabs({ label, tabs }: { readonly label: string; readonly tabs: readonly BoxTab[] }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={label} className={classes.tabs}>
      {tabs.map(({ key, word, link, chosen, count = 0 }) => (
        <Link
          key={key}
          {...link}
          className={classes.tab}
          aria-current={chosen ? 'page' : undefined}
          activeProps={{}}
          activeOptions={{ exact: true }}
        >
          {word}
          {count > 0 && (
            <span className={classes.count}>
              <span aria-hidden>{count}</span>
              <VisuallyHidden>{t('shell.waiting', { number: count })}</VisuallyHidden>
            </span>
          )}
        </Link>
      ))}
    </nav>
  );
}
