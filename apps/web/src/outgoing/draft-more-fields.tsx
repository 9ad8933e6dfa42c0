import { NumberInput, Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type DraftFields, isHalfFileCode } from './draft-fields.js';
import classes from './draft-page.module.css';

interface Props {
  readonly fields: DraftFields;
  readonly change: (part: Partial<DraftFields>) => void;
  readonly refused: Readonly<Record<string, string>>;
}

type NumberField = 'pageAmount' | 'issuedAmount' | 'fileYear' | 'fileOrdinal';

/** The fields of Annex VI that are rarely filled in. */
export function DraftMoreFields({ fields, change, refused }: Props) {
  const { t } = useTranslation();
  const number = (name: NumberField, min = 1, max = 100_000) => (
    <NumberInput
      label={t(`outgoing.draft.${name}`)}
      min={min}
      max={max}
      clampBehavior="blur"
      allowDecimal={false}
      allowNegative={false}
      hideControls
      thousandSeparator={false}
      value={fields[name] ?? ''}
      onChange={(value) => change({ [name]: typeof value === 'number' && value >= 1 ? value : null })}
      error={refused[name === 'fileYear' ? 'fileCode.year' : name]}
    />
  );
  return (
    <Stack gap={14}>
      <div className={classes.pair}>
        {number('pageAmount')}
        {number('issuedAmount')}
        {number('fileYear', 1945, 9999)}
        <TextInput
          label={t('outgoing.draft.fileNotation')}
          maxLength={20}
          value={fields.fileNotation}
          onChange={(event) => change({ fileNotation: event.currentTarget.value })}
          error={refused['fileCode.notation'] ?? (isHalfFileCode(fields) && t('outgoing.draft.fileHalf'))}
        />
        {number('fileOrdinal')}
        <TextInput
          label={t('outgoing.draft.language')}
          maxLength={30}
          value={fields.language}
          onChange={(event) => change({ language: event.currentTarget.value })}
          error={refused['language']}
        />
      </div>
      <Textarea
        label={t('outgoing.draft.description')}
        autosize
        maxLength={500}
        value={fields.description}
        onChange={(event) => change({ description: event.currentTarget.value })}
        error={refused['description']}
      />
    </Stack>
  );
}
