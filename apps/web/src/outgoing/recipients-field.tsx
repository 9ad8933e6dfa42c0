import { ActionIcon, Button, Group, Select } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AgencyLevel, ExchangeMode } from '../api/types.js';
import { useSession } from '../session/use-session.js';
import { useShowProblem } from '../ui/use-problem.js';
import { agenciesOfLevels } from './agencies-of-levels.js';
import page from './draft-page.module.css';
import { GroupsField } from './groups-field.js';
import { withRecipients, type DraftFields } from './draft-fields.js';
import type { Missing } from './missing-in.js';
import { RecipientPicker } from './recipient-picker.js';
import classes from './recipients-field.module.css';

const modes = ['electronic', 'electronic-with-paper', 'paper'] as const;
/** Most reports go to the province; all others are found by name, or together by their group. */
const province: readonly AgencyLevel[] = ['province'];

interface Props {
  readonly fields: DraftFields;
  readonly change: (part: Partial<DraftFields>) => void;
  readonly missing: readonly Missing[];
}

function modeOf(value: string | null): ExchangeMode {
  return modes.find((known) => known === value) ?? 'electronic';
}

export function RecipientsField({ fields, change, missing }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { post } = useSession();
  const showProblem = useShowProblem();
  const { recipients } = fields;
  const first = recipients[0]?.channel ?? 'electronic';
  const shared = recipients.every(({ channel }) => channel === first) ? first : null;
  const channels = modes.map((value) => ({ value, label: t(`common.channel.${value}`) }));
  const addProvince = useMutation({
    mutationFn: () => agenciesOfLevels(queries, province),
    onSuccess: (agencies) => change(withRecipients(fields, agencies, post.agency.id, shared ?? 'electronic')),
    onError: showProblem,
  });

  return (
    <section className={page.card} aria-labelledby="draft-recipients" data-missing="recipients">
      <h2 id="draft-recipients" className={page.heading}>
        {t('outgoing.to.title')}
        {recipients.length > 0 && <span className={classes.count}>{recipients.length}</span>}
      </h2>
      <RecipientPicker
        chosen={[post.agency.id, ...recipients.map(({ agency }) => agency.id)]}
        onPick={(agency) => change(withRecipients(fields, [agency], post.agency.id, shared ?? 'electronic'))}
      />
      <Group gap={8}>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          loading={addProvince.isPending}
          onClick={() => addProvince.mutate()}
        >
          {t('outgoing.to.province')}
        </Button>
      </Group>
      <GroupsField fields={fields} change={change} channel={shared ?? 'electronic'} />
      {missing.includes('recipients') && (
        <p className={page.fault} role="alert">
          {t('outgoing.draft.missing.recipients')}
        </p>
      )}
      {recipients.length + fields.groups.length === 0 && <p className={classes.none}>{t('outgoing.to.none')}</p>}
      {recipients.length > 0 && (
        <>
          <div className={classes.all}>
            <Select
              size="xs"
              label={t('outgoing.to.all')}
              placeholder={t('outgoing.to.mixed')}
              allowDeselect={false}
              data={channels}
              value={shared}
              onChange={(value) =>
                change({ recipients: recipients.map(({ agency }) => ({ agency, channel: modeOf(value) })) })
              }
            />
            <Button size="xs" variant="subtle" color="gray" onClick={() => change({ recipients: [] })}>
              {t('outgoing.to.removeAll')}
            </Button>
          </div>
          <ul className={classes.list}>
            {recipients.map(({ agency, channel }) => (
              <li key={agency.id} className={classes.line}>
                <span className={classes.name}>{agency.name}</span>
                <Select
                  size="xs"
                  aria-label={t('outgoing.to.channel', { name: agency.name })}
                  allowDeselect={false}
                  data={channels}
                  value={channel}
                  onChange={(value) =>
                    change({
                      recipients: recipients.map((one) =>
                        one.agency.id === agency.id ? { agency, channel: modeOf(value) } : one,
                      ),
                    })
                  }
                />
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('outgoing.to.remove', { name: agency.name })}
                  onClick={() => change({ recipients: recipients.filter((one) => one.agency.id !== agency.id) })}
                >
                  <IconX size={16} aria-hidden />
                </ActionIcon>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
