import { Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DueDateInput } from '../outgoing/due-date-input.js';
import { ProblemAlert } from '../ui/problem-alert.js';

interface GivenFacts {
  readonly title: string;
  readonly legalBasis: string;
  readonly effectiveOn: string;
}

interface Props {
  readonly title: string;
  readonly facts: Omit<GivenFacts, 'effectiveOn'> & { readonly effectiveOn: string | null };
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onClose: () => void;
  readonly onSave: (facts: GivenFacts) => void;
}

/** What a plan is called, what it rests on, and its day. */
export function PlanFactsDialog({ title, facts, isPending, error, onClose, onSave }: Props) {
  const { t } = useTranslation();
  const [name, setName] = useState(facts.title);
  const [legalBasis, setLegalBasis] = useState(facts.legalBasis);
  const [effectiveOn, setEffectiveOn] = useState(facts.effectiveOn);
  const [tried, setTried] = useState(false);
  const missing = (text: string, word: 'missingName' | 'missingBasis') =>
    tried && text.trim() === '' ? t(`reorganisation.facts.${word}`) : undefined;

  const save = () => {
    setTried(true);
    if (name.trim() !== '' && legalBasis.trim() !== '' && effectiveOn !== null) {
      onSave({ title: name.trim(), legalBasis: legalBasis.trim(), effectiveOn });
    }
  };

  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Stack gap="md">
          {error !== null && <ProblemAlert error={error} />}
          <TextInput
            data-autofocus
            label={t('reorganisation.facts.name')}
            required
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={missing(name, 'missingName')}
          />
          <Textarea
            label={t('reorganisation.facts.legalBasis')}
            description={t('reorganisation.facts.legalBasisHint')}
            required
            autosize
            minRows={2}
            maxLength={500}
            value={legalBasis}
            onChange={(event) => setLegalBasis(event.currentTarget.value)}
            error={missing(legalBasis, 'missingBasis')}
          />
          <DueDateInput
            label={t('reorganisation.facts.effectiveOn')}
            value={effectiveOn}
            onChange={setEffectiveOn}
            error={tried && effectiveOn === null ? t('reorganisation.facts.missingDay') : undefined}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={isPending}>
              {t('reorganisation.facts.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
