import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFocusHere } from './use-focus-here.js';

interface Props {
  readonly defaultName: string;
  readonly text?: string;
  readonly submit: string;
  readonly busy: boolean;
  readonly onNamed: (name: string) => void;
  readonly onBack: () => void;
}

/** The name by which its owner will know the device again. */
export function FactorNameForm({ defaultName, text, submit, busy, onNamed, onBack }: Props) {
  const { t } = useTranslation();
  const [name, setName] = useState(defaultName);
  const field = useFocusHere();
  const named = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') {
      onNamed(name.trim());
    }
  };
  return (
    <form onSubmit={named} noValidate>
      <Stack gap="md">
        <TextInput
          label={t('secondFactor.enrol.name')}
          description={t('secondFactor.enrol.nameHint')}
          size="md"
          maxLength={60}
          ref={field}
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value);
          }}
          error={name.trim() === '' && t('secondFactor.enrol.missingName')}
        />
        {text !== undefined && <Text size="sm">{text}</Text>}
        <Group gap="sm">
          <Button type="submit" loading={busy}>
            {submit}
          </Button>
          <Button variant="default" onClick={onBack}>
            {t('common.back')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
