import { Button, Group, Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plan, PlanStep } from '../api/types.js';
import { useAgencyNames } from './agency-names.js';
import { ChangeFields } from './change-fields.js';
import { DissolveFields } from './dissolve-fields.js';
import { MergeFields } from './merge-fields.js';
import { SplitFields } from './split-fields.js';
import { emptyStep, isComplete, type StepDraft, stepOf, toDraft } from './step-draft.js';

interface Props {
  readonly plan: Plan;
  readonly kind: PlanStep['kind'];
  /** The step that is changed; null for a new one. */
  readonly step: PlanStep | null;
  readonly isPending: boolean;
  readonly onClose: () => void;
  readonly onSave: (step: PlanStep) => void;
}

/** Writes one step. What is missing is said at its field; whether the step makes sense, the check of the plan says. */
export function StepDialog({ plan, kind, step, isPending, onClose, onSave }: Props) {
  const { t } = useTranslation();
  const names = useAgencyNames(plan);
  const [draft, setDraft] = useState<StepDraft>(() => (step === null ? emptyStep(kind) : toDraft(step)));
  const [tried, setTried] = useState(false);
  const change = (next: Partial<StepDraft>) => setDraft((known) => ({ ...known, ...next }));

  const save = () => {
    setTried(true);
    if (isComplete(kind, draft)) {
      onSave(stepOf(kind, draft));
    }
  };
  const fields = { draft, names, tried, onChange: change };

  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t(`reorganisation.steps.kind.${kind}`)}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Stack gap="md">
          {(kind === 'rename' || kind === 'new-code' || kind === 'move') && <ChangeFields {...fields} kind={kind} />}
          {kind === 'merge' && <MergeFields {...fields} />}
          {kind === 'split' && <SplitFields {...fields} plan={plan} />}
          {kind === 'dissolve' && <DissolveFields {...fields} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={isPending}>
              {t('reorganisation.steps.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
