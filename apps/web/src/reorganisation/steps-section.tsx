import { ActionIcon, Button, Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconArrowDown, IconArrowUp, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plan, PlanStep } from '../api/types.js';
import { Section } from '../ui/facts.js';
import { useConfirm } from '../ui/use-confirm.js';
import { useShowProblem } from '../ui/use-problem.js';
import { planCheckQuery } from './plan-queries.js';
import classes from './reorganisation.module.css';
import { StepDialog } from './step-dialog.js';
import { stepKinds } from './step-kinds.js';
import { useSavePlan } from './use-plan-actions.js';
import { useStepWords } from './use-step-words.js';

type Kind = PlanStep['kind'];

/** What is being written: a new step of a kind, or the change of one that stands in the plan. */
type Writing = { readonly kind: Kind; readonly at: number | null } | null;

/** The steps of a plan in words, and the forms that write them. Every change is kept at once. */
export function StepsSection({ plan }: { readonly plan: Plan }) {
  const { t } = useTranslation();
  const showProblem = useShowProblem();
  const save = useSavePlan(plan);
  const [writing, setWriting] = useState<Writing>(null);
  const mayEdit = plan.actions.includes('edit');
  const { title, legalBasis, effectiveOn, steps } = plan;

  const keep = (next: readonly PlanStep[]) => {
    save.mutate(
      { title, legalBasis, effectiveOn, steps: [...next] },
      { onSuccess: () => setWriting(null), onError: showProblem },
    );
  };

  return (
    <Section title={t('reorganisation.steps.title')}>
      <p className={classes.about}>
        {t(steps.length === 0 ? 'reorganisation.steps.none' : 'reorganisation.steps.text')}
      </p>
      <ol className={classes.steps}>
        {steps.map((step, index) => (
          <StepLine
            key={`${plan.version} ${index}`}
            plan={plan}
            step={step}
            index={index}
            tools={
              mayEdit ? (
                <StepTools
                  plan={plan}
                  index={index}
                  onEdit={() => setWriting({ kind: step.kind, at: index })}
                  onKeep={keep}
                  isBusy={save.isPending}
                />
              ) : null
            }
          />
        ))}
      </ol>
      {mayEdit && <AddStep onChoose={(kind) => setWriting({ kind, at: null })} />}
      {writing !== null && (
        <StepDialog
          plan={plan}
          kind={writing.kind}
          step={writing.at === null ? null : (steps[writing.at] ?? null)}
          isPending={save.isPending}
          onClose={() => setWriting(null)}
          onSave={(step) =>
            keep(writing.at === null ? [...steps, step] : steps.map((one, at) => (at === writing.at ? step : one)))
          }
        />
      )}
    </Section>
  );
}

function AddStep({ onChoose }: { readonly onChoose: (kind: Kind) => void }) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button mt="sm" variant="default" leftSection={<IconPlus size={18} aria-hidden />}>
          {t('reorganisation.steps.add')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {stepKinds.map((kind) => (
          <Menu.Item key={kind} onClick={() => onChoose(kind)}>
            {t(`reorganisation.steps.kind.${kind}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

interface LineProps {
  readonly plan: Plan;
  readonly step: PlanStep;
  readonly index: number;
  readonly tools: ReactNode;
}

/** A step with its faults beneath it, so that what is wrong stands where it can be mended. */
function StepLine({ plan, step, index, tools }: LineProps) {
  const words = useStepWords(plan);
  const { data } = useQuery({ ...planCheckQuery(plan.id, plan.version), enabled: plan.actions.includes('edit') });
  const faults = (data?.findings ?? []).filter((one) => one.severity === 'fault' && one.step === index + 1);
  return (
    <li className={classes.step}>
      <span className={classes.stepNumber}>{index + 1}.</span>
      <span>{words(step)}</span>
      {tools}
      {faults.map(({ code, sentence }) => (
        <span key={`${code} ${sentence}`} className={classes.stepFault}>
          {sentence}
        </span>
      ))}
    </li>
  );
}

interface ToolsProps {
  readonly plan: Plan;
  readonly index: number;
  readonly isBusy: boolean;
  readonly onEdit: () => void;
  readonly onKeep: (steps: readonly PlanStep[]) => void;
}

function StepTools({ plan, index, isBusy, onEdit, onKeep }: ToolsProps) {
  const { t } = useTranslation();
  const ask = useConfirm();
  const words = useStepWords(plan);
  const number = index + 1;
  const { steps } = plan;

  const remove = async () => {
    const step = steps[index];
    const isSure = await ask({
      title: t('reorganisation.steps.removeTitle'),
      text: t('reorganisation.steps.removeText', { number, words: step === undefined ? '' : words(step) }),
      confirm: t('reorganisation.steps.removeConfirm'),
      dangerous: true,
    });
    if (isSure) {
      onKeep(steps.filter((_, at) => at !== index));
    }
  };
  const tools = [
    {
      word: t('reorganisation.steps.up', { number }),
      Icon: IconArrowUp,
      act: () => onKeep(swapped(steps, index - 1)),
      off: index === 0,
    },
    {
      word: t('reorganisation.steps.down', { number }),
      Icon: IconArrowDown,
      act: () => onKeep(swapped(steps, index)),
      off: number === steps.length,
    },
    { word: t('reorganisation.steps.edit', { number }), Icon: IconPencil, act: onEdit, off: false },
    { word: t('reorganisation.steps.remove', { number }), Icon: IconTrash, act: () => void remove(), off: false },
  ];
  return (
    <span className={classes.stepTools}>
      {tools.map(({ act, Icon, off, word }) => (
        <ActionIcon key={word} variant="subtle" color="gray" aria-label={word} disabled={off || isBusy} onClick={act}>
          <Icon size={18} aria-hidden />
        </ActionIcon>
      ))}
    </span>
  );
}

/** The steps with the one at a place and the next in each other's place. */
function swapped(steps: readonly PlanStep[], at: number): PlanStep[] {
  const [first, second] = [steps[at], steps[at + 1]];
  return first === undefined || second === undefined ? [...steps] : steps.toSpliced(at, 2, second, first);
}
