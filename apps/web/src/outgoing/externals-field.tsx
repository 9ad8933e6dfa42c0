import { ActionIcon, Autocomplete, Button, TextInput } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { IconBuildingStore, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, read } from '../api/client.js';
import { fold } from '../ui/fold.js';
import { type AddressedFields, type DraftExternal, notOnSystem } from './addressed-fields.js';
import { PaperReasonField } from './paper-reason-field.js';
import classes from './recipients-field.module.css';

interface Props {
  readonly fields: AddressedFields;
  readonly change: (part: Partial<AddressedFields>) => void;
}

function knownBodiesQuery(search: string) {
  return queryOptions({
    queryKey: ['catalogue', 'external-bodies', search],
    queryFn: async ({ signal }) => {
      const query = search === '' ? {} : { search };
      return (await read(client.GET('/api/v1/external-bodies', { params: { query }, signal }))).items;
    },
    staleTime: 60_000,
  });
}

/** Bodies that are not in the directory: a name and a postal address, always on paper. */
export function ExternalsField({ fields: { externals }, change }: Props) {
  const { t } = useTranslation();
  const [adding, { open, close }] = useDisclosure(false);
  const set = (index: number, part: Partial<DraftExternal>) => {
    change({ externals: externals.map((one, at) => (at === index ? { ...one, ...part } : one)) });
  };
  return (
    <>
      {adding ? (
        <NewExternal
          there={externals}
          onAdd={(external) => {
            change({ externals: [...externals, external] });
            close();
          }}
          onCancel={close}
        />
      ) : (
        <Button
          size="xs"
          variant="default"
          className={classes.add}
          leftSection={<IconBuildingStore size={14} aria-hidden />}
          onClick={open}
        >
          {t('sending.externals.add')}
        </Button>
      )}
      {externals.length > 0 && (
        <ul className={classes.list} aria-label={t('sending.externals.title')}>
          {externals.map(({ name, address, paperReason }, index) => (
            <li key={`${name} ${address}`} className={classes.line}>
              <span className={classes.name}>
                {name}
                <span className={classes.address}>{address}</span>
              </span>
              <span className={classes.fixed}>{t('common.channel.paper')}</span>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('sending.externals.remove', { name })}
                onClick={() => change({ externals: externals.filter((_, at) => at !== index) })}
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
              <PaperReasonField
                name={name}
                value={paperReason}
                onChange={(value) => set(index, { paperReason: value })}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

interface NewProps {
  readonly there: readonly DraftExternal[];
  readonly onAdd: (external: DraftExternal) => void;
  readonly onCancel: () => void;
}

function NewExternal({ there, onAdd, onCancel }: NewProps) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [address, setAddress] = useState('');
  const [search] = useDebouncedValue(name.trim(), 200);
  const known = useQuery({ ...knownBodiesQuery(search), placeholderData: keepPreviousData }).data ?? [];
  const isThere = there.some(
    (one) => fold(one.name) === fold(name.trim()) && fold(one.address) === fold(address.trim()),
  );
  const ready = name.trim() !== '' && address.trim() !== '' && !isThere;
  const add = () => {
    if (ready) {
      onAdd({ name: name.trim(), address: address.trim(), paperReason: notOnSystem });
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.defaultPrevented) {
      event.preventDefault();
      add();
    }
  };
  return (
    <fieldset className={classes.newBody}>
      <legend className={classes.legend}>{t('sending.externals.add')}</legend>
      <p className={classes.none}>{t('sending.externals.hint')}</p>
      <Autocomplete
        data-autofocus
        label={t('sending.externals.name')}
        required
        maxLength={200}
        value={name}
        data={known.map((body) => ({
          value: `${body.name} — ${body.address}`,
          label: `${body.name} — ${body.address}`,
        }))}
        filter={({ options }) => options}
        onChange={setName}
        onKeyDown={onKeyDown}
        onOptionSubmit={(value) => {
          const body = known.find((one) => `${one.name} — ${one.address}` === value);
          if (body !== undefined) {
            // After the field has taken the text of the option.
            queueMicrotask(() => {
              setName(body.name);
              setAddress(body.address);
            });
          }
        }}
        error={isThere && t('sending.externals.again', { name: name.trim() })}
      />
      <TextInput
        label={t('sending.externals.address')}
        required
        maxLength={300}
        value={address}
        onChange={(event) => setAddress(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div className={classes.foot}>
        <Button size="xs" variant="default" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button size="xs" disabled={!ready} onClick={add}>
          {t('sending.externals.confirm')}
        </Button>
      </div>
    </fieldset>
  );
}
