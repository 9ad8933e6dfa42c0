import { PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { faultsInNewPassword, leastPassword, type NewPassword } from './new-password.js';
import { StrengthMeter } from './strength-meter.js';

interface Props {
  readonly value: NewPassword;
  readonly onChange: (value: NewPassword) => void;
  /** Whether it was tried to send it: faults are told from then on. */
  readonly tried: boolean;
  /** Of the person and their agency. */
  readonly names: readonly string[];
}

/** A new password, twice, and how strong it is. */
export function NewPasswordFields({ value, onChange, tried, names }: Props) {
  const { t } = useTranslation();
  const faults = tried ? faultsInNewPassword(value) : {};
  const field = (key: keyof NewPassword) => ({
    autoComplete: 'new-password',
    visibilityToggleButtonProps: { 'aria-label': t('session.showPassword') },
    value: value[key],
    onChange: (event: { currentTarget: { value: string } }) => {
      onChange({ ...value, [key]: event.currentTarget.value });
    },
    error: faults[key] !== undefined && t(`password.fault.${faults[key]}`, { least: leastPassword }),
  });
  return (
    <>
      <div>
        <PasswordInput
          label={t('password.new')}
          description={t('password.newHint', { least: leastPassword })}
          {...field('password')}
        />
        <StrengthMeter password={value.password} names={names} />
      </div>
      <PasswordInput label={t('password.again')} {...field('again')} />
    </>
  );
}
