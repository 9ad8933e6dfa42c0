import { Button, CopyButton, Group, Stack, Text } from '@mantine/core';
import { IconCopy, IconDownload, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './second-factor.module.css';

interface Props {
  readonly codes: readonly string[];
  readonly userName: string;
  readonly onKept: () => void;
}

/** The recovery codes, shown this once. */
export function RecoveryCodeSheet({ codes, userName, onKept }: Props) {
  const { t } = useTranslation();
  const title = t('secondFactor.codes.fileTitle', { name: userName });
  const text = [title, t('secondFactor.codes.fileText'), '', ...codes, ''].join('\r\n');
  return (
    <Stack gap="md" data-print-sheet>
      <div>
        <Text fw={600} component="h2">
          {title}
        </Text>
        <Text size="sm">{t('secondFactor.codes.text')}</Text>
      </div>
      <ul className={classes.codes} aria-label={t('secondFactor.codes.list')}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Group gap="xs" data-no-print>
        <Button
          variant="default"
          size="sm"
          leftSection={<IconPrinter size={16} aria-hidden />}
          onClick={() => {
            window.print();
          }}
        >
          {t('common.print')}
        </Button>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button variant="default" size="sm" leftSection={<IconCopy size={16} aria-hidden />} onClick={copy}>
              {copied ? t('secondFactor.enrol.copied') : t('secondFactor.codes.copy')}
            </Button>
          )}
        </CopyButton>
        <Button
          component="a"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download={t('secondFactor.codes.fileName')}
          variant="default"
          size="sm"
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {t('secondFactor.codes.download')}
        </Button>
      </Group>
      <Button onClick={onKept} data-no-print>
        {t('secondFactor.codes.kept')}
      </Button>
    </Stack>
  );
}
