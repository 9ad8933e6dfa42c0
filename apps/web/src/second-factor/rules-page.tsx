import { Loader, Switch } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { client, read } from '../api/client.js';
import type { SecondFactorRule } from '../api/types.js';
import { formatDay } from '../ui/format.js';
import { PageHeader } from '../ui/page-header.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { useConfirm } from '../ui/use-confirm.js';
import { useShowProblem } from '../ui/use-problem.js';
import { rulesQuery } from './second-factor-queries.js';
import classes from './second-factor.module.css';

/** Which roles need a second factor, and how many of their people still lack one. */
export function SignInRulesPage() {
  const { t } = useTranslation();
  const rules = useQuery(rulesQuery);
  const change = useChangeRule(rules.data?.rules ?? []);
  return (
    <>
      <PageHeader title={t('secondFactor.rules.title')} />
      <div className={classes.page}>
        <p className={classes.lead}>{t('secondFactor.rules.lead')}</p>
        {rules.error !== null && <ProblemAlert error={rules.error} />}
        {rules.isPending && <Loader size="sm" aria-label={t('common.loading')} />}
        {rules.data !== undefined && (
          <table className={classes.rules} aria-label={t('secondFactor.rules.table')}>
            <thead>
              <tr>
                <th>{t('secondFactor.rules.role')}</th>
                <th>{t('secondFactor.rules.required')}</th>
                <th data-number>{t('secondFactor.rules.people')}</th>
                <th data-number>{t('secondFactor.rules.lacking')}</th>
              </tr>
            </thead>
            <tbody>
              {rules.data.rules.map((rule) => (
                <RuleRow key={rule.role} rule={rule} busy={change.isPending} onChange={change.mutate} />
              ))}
            </tbody>
          </table>
        )}
      </div>
    </>
  );
}

interface RowProps {
  readonly rule: SecondFactorRule;
  readonly busy: boolean;
  readonly onChange: (rule: SecondFactorRule) => void;
}

function RuleRow({ rule, busy, onChange }: RowProps) {
  const { t } = useTranslation();
  const { role, requiredSince, people, lacking } = rule;
  const name = t(`terms.role.${role}`);
  return (
    <tr data-role={role}>
      <th scope="row">{name}</th>
      <td>
        <Switch
          aria-label={t('secondFactor.rules.requireOf', { role: name })}
          checked={requiredSince !== null}
          disabled={busy}
          label={requiredSince === null ? undefined : t('secondFactor.rules.since', { date: formatDay(requiredSince) })}
          onChange={() => {
            onChange(rule);
          }}
        />
      </td>
      <td data-number>{people}</td>
      <td data-number data-late={(requiredSince !== null && lacking > 0) || undefined}>
        {lacking}
      </td>
    </tr>
  );
}

function useChangeRule(rules: readonly SecondFactorRule[]) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const confirm = useConfirm();
  return useMutation({
    mutationFn: async ({ role, requiredSince, lacking }: SecondFactorRule) => {
      const required = rules.filter((one) => one.requiredSince !== null).map((one) => one.role);
      const name = t(`terms.role.${role}`);
      const toRequire = requiredSince === null;
      const isSure = await confirm(
        toRequire
          ? {
              title: t('secondFactor.rules.question', { role: name }),
              text:
                lacking === 0
                  ? t('secondFactor.rules.questionTextNone')
                  : t('secondFactor.rules.questionText', { lacking }),
              confirm: t('secondFactor.rules.require'),
            }
          : {
              title: t('secondFactor.rules.relaxQuestion', { role: name }),
              text: t('secondFactor.rules.relaxText'),
              confirm: t('secondFactor.rules.relax'),
            },
      );
      if (isSure) {
        const roles = toRequire ? [...required, role] : required.filter((one) => one !== role);
        const changed = await read(client.PUT('/api/v1/second-factor-rules', { body: { roles } }));
        queries.setQueryData(rulesQuery.queryKey, changed);
      }
    },
    onError: useShowProblem(),
  });
}
