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
import { type AddressedFields, addressedCount, lacksPaperReason, withRecipients } from './addressed-fields.js';
import { ExternalsField } from './externals-field.js';
import type { Missing } from './missing-in.js';
import { PaperReasonField } from './paper-reason-field.js';
import { PeopleField } from './people-field.js';
import { RecipientPicker } from './recipient-picker.js';
import classes from './recipients-field.module.css';

const modes = ['electronic', 'electronic-with-paper', 'paper'] as const;
/** Most reports go to the province; all others are found by name, or together by their group. */
const province: readonly AgencyLevel[] = ['province'];

interface Props {
  readonly fields: AddressedFields;
  readonly change: (part: Partial<AddressedFields>) => void;
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
      <ExternalsField fields={fields} change={change} />
      <PeopleField fields={fields} change={change} />
      {missing.includes('recipients') && (
        <p className={page.fault} role="alert">
          {t('outgoing.draft.missing.recipients')}
        </p>
      )}
      {missing.includes('paperReasons') && lacksPaperReason(fields) && (
        <p className={page.fault} role="alert" data-missing="paperReasons">
          {t('sending.reason.missing')}
        </p>
      )}
      {addressedCount(fields) === 0 && <p className={classes.none}>{t('outgoing.to.none')}</p>}
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
                change({
                  recipients: recipients.map((one) => (one.onPaperOnly ? one : { ...one, channel: modeOf(value) })),
                })
              }
            />
            <Button size="xs" variant="subtle" color="gray" onClick={() => change({ recipients: [] })}>
              {t('outgoing.to.removeAll')}
            </Button>
          </div>
          <ul className={classes.list}>
            {recipients.map(({ agency, channel, paperReason, onPaperOnly }) => (
              <li key={agency.id} className={classes.line}>
                <span className={classes.name}>
                  {agency.name}
                  {onPaperOnly && <span className={classes.address}>{t('sending.onPaperOnly')}</span>}
                </span>
                <Select
                  size="xs"
                  aria-label={t('outgoing.to.channel', { name: agency.name })}
                  allowDeselect={false}
                  data={channels}
                  disabled={onPaperOnly}
                  value={channel}
                  onChange={(value) =>
                    change({
                      recipients: recipients.map((one) =>
                        one.agency.id === agency.id ? { ...one, channel: modeOf(value) } : one,
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
                {channel !== 'electronic' && (
                  <PaperReasonField
                    name={agency.name}
                    value={paperReason}
                    onChange={(value) =>
                      change({
                        recipients: recipients.map((one) =>
                          one.agency.id === agency.id ? { ...one, paperReason: value } : one,
                        ),
                      })
                    }
                  />
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
