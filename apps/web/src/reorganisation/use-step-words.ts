import { useTranslation } from 'react-i18next';
import type { AgencyOfPlan, Plan, PlanStep } from '../api/types.js';
import { nameIn } from './agency-names.js';

/** A step as a sentence. */
export function useStepWords(plan: Plan): (step: PlanStep) => string {
  const { t } = useTranslation();
  const name = (agency: AgencyOfPlan): string => nameIn(plan, agency) ?? t('reorganisation.steps.words.unknown');
  const existing = (agencyId: string): string => name({ agencyId });
  const quoted = (names: readonly string[]): string => names.map((one) => `“${one}”`).join(', ');

  const merge = (step: Extract<PlanStep, { kind: 'merge' }>): string => {
    const agencies = quoted(step.agencyIds.map(existing));
    return 'newAgency' in step.into
      ? t('reorganisation.steps.words.mergeNew', { agencies, into: step.into.newAgency.name })
      : t('reorganisation.steps.words.merge', { agencies, into: name(step.into) });
  };
  const split = (step: Extract<PlanStep, { kind: 'split' }>): string => {
    const agency = existing(step.agencyId);
    const parts = quoted(step.parts.map((part) => part.name));
    if (!step.closes) {
      return t('reorganisation.steps.words.leave', { agency, parts });
    }
    const lead = step.parts.find(({ code }) => code === step.leadCode);
    return lead === undefined
      ? t('reorganisation.steps.words.splitNoLead', { agency, parts })
      : t('reorganisation.steps.words.split', { agency, parts, lead: lead.name });
  };
  const told = (step: PlanStep): string => {
    switch (step.kind) {
      case 'rename':
        return t('reorganisation.steps.words.rename', { agency: existing(step.agencyId), name: step.name });
      case 'new-code':
        return t('reorganisation.steps.words.new-code', { agency: existing(step.agencyId), code: step.code });
      case 'move':
        return step.parent === null
          ? t('reorganisation.steps.words.moveToTop', { agency: existing(step.agencyId) })
          : t('reorganisation.steps.words.move', { agency: existing(step.agencyId), parent: name(step.parent) });
      case 'merge':
        return merge(step);
      case 'split':
        return split(step);
      case 'dissolve':
        return step.successor === null
          ? t('reorganisation.steps.words.dissolveNobody', { agency: existing(step.agencyId) })
          : t('reorganisation.steps.words.dissolve', {
              agency: existing(step.agencyId),
              successor: name(step.successor),
            });
    }
  };
  return (step) => {
    const follows = 'childrenFollow' in step && step.childrenFollow;
    return follows ? `${told(step)}. ${t('reorganisation.steps.words.childrenFollow')}` : told(step);
  };
}
