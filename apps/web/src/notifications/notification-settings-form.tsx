import { Button, Checkbox, SegmentedControl, Select, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '../api/problem.js';
import type { MailChoice, NotificationSettings, WriteNotificationSettings } from '../api/types.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { useSaveNotificationSettings } from './notification-queries.js';
import classes from './notifications.module.css';

const mailChoices = ['never', 'digest', 'at-once'] as const satisfies readonly MailChoice[];
type Choice = WriteNotificationSettings['kinds'][number];

/** Kind by kind, the quiet hours, and the language of the mails; saved together. */
export function NotificationSettingsForm({ settings }: { readonly settings: NotificationSettings }) {
  const { t } = useTranslation();
  const save = useSaveNotificationSettings();
  const { address, canMail, ...saved } = settings;
  const [wish, setWish] = useState<WriteNotificationSettings>(saved);
  const errors = fieldErrors(save.error);
  const change = (choice: Choice) =>
    setWish((before) => ({ ...before, kinds: before.kinds.map((one) => (one.kind === choice.kind ? choice : one)) }));

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(wish, {
          onSuccess: () => {
            notifications.show({ message: t('notifications.settings.saved'), color: 'accent', role: 'status' });
          },
        });
      }}
    >
      <p className={classes.lead}>
        {t('notifications.settings.lead')} <WhereMailsGo address={address} canMail={canMail} />
      </p>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('notifications.settings.what')}</th>
            <th scope="col">{t('notifications.settings.onPage')}</th>
            <th scope="col">{t('notifications.settings.byMail')}</th>
          </tr>
        </thead>
        <tbody>
          {wish.kinds.map((choice) => (
            <ChoiceRow key={choice.kind} choice={choice} onChange={change} />
          ))}
        </tbody>
      </table>
      <fieldset className={classes.quiet}>
        <legend>{t('notifications.settings.quiet')}</legend>
        <Text size="sm" c="dimmed" mb="xs">
          {t('notifications.settings.quietText')}
        </Text>
        <div className={classes.times}>
          <TextInput
            type="time"
            required
            withAsterisk={false}
            label={t('notifications.settings.quietFrom')}
            value={wish.quietFrom}
            error={errors['quietFrom']}
            onChange={({ currentTarget: { value } }) => setWish((before) => ({ ...before, quietFrom: value }))}
          />
          <TextInput
            type="time"
            required
            withAsterisk={false}
            label={t('notifications.settings.quietTo')}
            value={wish.quietTo}
            error={errors['quietTo']}
            onChange={({ currentTarget: { value } }) => setWish((before) => ({ ...before, quietTo: value }))}
          />
        </div>
      </fieldset>
      <Text size="sm" fw={500} mb={4}>
        {t('notifications.settings.language')}
      </Text>
      <SegmentedControl
        size="xs"
        mb="md"
        aria-label={t('notifications.settings.language')}
        value={wish.language}
        onChange={(value) => setWish((before) => ({ ...before, language: value }))}
        data={[
          { value: 'vi', label: t('shell.vietnamese') },
          { value: 'en', label: t('shell.english') },
        ]}
      />
      {save.error !== null && <ProblemAlert error={save.error} />}
      <div>
        <Button type="submit" loading={save.isPending}>
          {t('notifications.settings.save')}
        </Button>
      </div>
    </form>
  );
}

function WhereMailsGo({ address, canMail }: Pick<NotificationSettings, 'address' | 'canMail'>) {
  const { t } = useTranslation();
  if (!canMail) {
    return t('notifications.settings.noMail');
  }
  return address === null ? t('notifications.settings.noAddress') : t('notifications.settings.address', { address });
}

function ChoiceRow({ choice, onChange }: { readonly choice: Choice; readonly onChange: (choice: Choice) => void }) {
  const { t } = useTranslation();
  const kind = t(`notifications.kind.${choice.kind}`);
  return (
    <tr>
      <th scope="row">{kind}</th>
      <td>
        <Checkbox
          aria-label={t('notifications.settings.pageOf', { kind })}
          label={<span className={classes.onPhone}>{t('notifications.settings.onPage')}</span>}
          checked={choice.page}
          onChange={(event) => onChange({ ...choice, page: event.currentTarget.checked })}
        />
      </td>
      <td>
        <Select
          size="xs"
          aria-label={t('notifications.settings.mailOf', { kind })}
          allowDeselect={false}
          value={choice.mail}
          onChange={(value) =>
            onChange({ ...choice, mail: mailChoices.find((known) => known === value) ?? choice.mail })
          }
          data={mailChoices.map((mail) => ({ value: mail, label: t(`notifications.settings.mail.${mail}`) }))}
        />
      </td>
    </tr>
  );
}
