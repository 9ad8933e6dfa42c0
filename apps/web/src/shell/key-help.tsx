import { Kbd, Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useKeysOn } from '../ui/keys-on.js';
import classes from './key-help.module.css';

const keys = [
  ['j', 'next'],
  ['k', 'previous'],
  ['Enter', 'open'],
  ['x', 'select'],
  ['u', 'back'],
  ['a', 'accept'],
  ['r', 'refuse'],
  ['s', 'submit'],
  ['g', 'assign'],
  ['c', 'comment'],
  ['n', 'nextFile'],
  ['p', 'previousFile'],
  ['+ − 0', 'zoom'],
  ['/', 'search'],
  ['Ctrl K', 'palette'],
  ['?', 'help'],
] as const;

interface Props {
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function KeyHelp({ opened, onClose }: Props) {
  const { t } = useTranslation();
  const [keysOn] = useKeysOn();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('shell.keys.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {!keysOn && (
        <Text size="sm" mb="sm">
          {t('shell.keys.off')}
        </Text>
      )}
      <dl className={classes.keys}>
        {keys.map(([key, word]) => (
          <div key={key} className={classes.line}>
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{t(`shell.keys.${word}`)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
