import { Button, SegmentedControl, Stack, Switch, Text, useMantineColorScheme } from '@mantine/core';
import { IconKeyboard, IconLogout, IconShieldLock, IconUserShare } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay, useSession, useSignOut } from '../session/use-session.js';
import { useKeysOn } from '../ui/keys-on.js';
import { LanguageChoice } from './language-choice.js';
import { PostChoice } from './post-choice.js';
import { useShell } from './shell-context.js';

const schemes = ['light', 'dark', 'auto'] as const;

export function AccountPanel() {
  const { t } = useTranslation();
  const { person, post } = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [keysOn, setKeysOn] = useKeysOn();
  const { openKeys } = useShell();
  const signOut = useSignOut();
  const mayDelegate = useMay('delegation:manage-own');

  return (
    <Stack gap="md">
      <div>
        <Text fw={600}>{person.fullName}</Text>
        <Text size="sm">{post.position}</Text>
        <Text size="sm" c="dimmed">
          {post.agency.name}
        </Text>
      </div>
      <PostChoice />
      {mayDelegate && (
        <Button
          variant="default"
          size="sm"
          leftSection={<IconUserShare size={18} aria-hidden />}
          renderRoot={(props) => <Link to="/account/delegation" {...props} />}
        >
          {t('delegation.title')}
        </Button>
      )}
      <Button
        variant="default"
        size="sm"
        leftSection={<IconShieldLock size={18} aria-hidden />}
        renderRoot={(props) => <Link to="/account" {...props} />}
      >
        {t('account.open')}
      </Button>
      <div>
        <Text size="xs" c="dimmed" mb={4}>
          {t('shell.language')}
        </Text>
        <LanguageChoice fullWidth />
      </div>
      <div>
        <Text size="xs" c="dimmed" mb={4}>
          {t('shell.scheme')}
        </Text>
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={t('shell.scheme')}
          value={colorScheme}
          onChange={(value) => {
            setColorScheme(schemes.find((known) => known === value) ?? 'auto');
          }}
          data={schemes.map((scheme) => ({ value: scheme, label: t(`shell.schemes.${scheme}`) }))}
        />
      </div>
      <Switch
        size="sm"
        label={t('shell.keysOn')}
        checked={keysOn}
        onChange={(event) => {
          setKeysOn(event.currentTarget.checked);
        }}
      />
      <Button variant="default" size="sm" leftSection={<IconKeyboard size={18} aria-hidden />} onClick={openKeys}>
        {t('shell.keys.title')}
      </Button>
      <Button
        variant="default"
        size="sm"
        leftSection={<IconLogout size={18} aria-hidden />}
        loading={signOut.isPending}
        onClick={() => {
          signOut.mutate();
        }}
      >
        {t('shell.signOut')}
      </Button>
    </Stack>
  );
}
