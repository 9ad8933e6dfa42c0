import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Brand } from '../shell/brand.js';
import { LanguageChoice } from '../shell/language-choice.js';
import { usePageTitle } from '../ui/use-page-title.js';
import classes from './sign-in-page.module.css';

interface Props {
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
}

/** The page of everything that happens before the desk. */
export function SignInCard({ title, lead, children }: Props) {
  usePageTitle(title);
  return (
    <main className={classes.page}>
      <div className={classes.card}>
        <Brand size="large" />
        <Text c="dimmed" className={classes.lead}>
          {lead}
        </Text>
        <Title order={1} size="h3" mb="md">
          {title}
        </Title>
        {children}
      </div>
      <LanguageChoice />
    </main>
  );
}
