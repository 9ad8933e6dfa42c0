import { Button, Drawer } from '@mantine/core';
import { IconLock, IconShieldCheck, IconShieldQuestion } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ArchiveEntry } from '../api/types.js';
import { Digest } from '../ui/digest.js';
import { Facts } from '../ui/facts.js';
import { FileMark } from '../ui/file-mark.js';
import { formatBytes, formatDate, formatMoment } from '../ui/format.js';
import { usePartWord } from '../viewer/use-part-word.js';
import classes from './archive-page.module.css';

interface Props {
  readonly entry: ArchiveEntry | undefined;
  readonly onClose: () => void;
}

/** What the archive can say about a document: that it is locked, by which digest, and when that was last proven. */
export function EntryDrawer({ entry, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened={entry !== undefined}
      onClose={onClose}
      position="right"
      size="md"
      title={t('archive.entry')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {entry !== undefined && <Entry entry={entry} />}
    </Drawer>
  );
}

function Entry({ entry }: { readonly entry: ArchiveEntry }) {
  const { t } = useTranslation();
  const partWord = usePartWord();
  const openAs =
    entry.direction === 'incoming'
      ? ({ to: '/incoming/$arrivalId', params: { arrivalId: entry.sourceId } } as const)
      : ({ to: '/outgoing/$documentId', params: { documentId: entry.sourceId } } as const);
  return (
    <>
      <p className={classes.subject}>{entry.subject}</p>
      <Facts
        facts={[
          [t('archive.symbol'), entry.symbol],
          [t('archive.type'), entry.typeName],
          [t('archive.issuer'), entry.issuerName],
          [t('archive.issuedOn'), formatDate(entry.issuedOn)],
          [t('archive.direction'), t(`archive.${entry.direction}`)],
          [t('archive.arrivalNumber'), entry.arrivalNumber],
          [t('archive.archivedAt'), formatMoment(entry.archivedAt)],
          [t('archive.archivedBy'), entry.archivedBy],
        ]}
      />
      <h3 className={classes.heading}>{t('archive.fileList')}</h3>
      <ol className={classes.files}>
        {entry.files.map(({ fileName, size }, index) => (
          <li key={index} className={classes.file}>
            <FileMark fileName={fileName} />
            <span>
              <bdi className={classes.name}>{fileName}</bdi>
              <span className={classes.about}>
                {partWord(index)} · {formatBytes(size)}
              </span>
            </span>
          </li>
        ))}
      </ol>
      <div className={classes.proof}>
        <IconLock size={20} aria-hidden />
        <span>
          {t('archive.locked')}. {t('archive.lockedHint')}
        </span>
      </div>
      <div className={classes.proof} data-open={entry.verifiedAt === null || undefined}>
        {entry.verifiedAt === null ? (
          <IconShieldQuestion size={20} aria-hidden />
        ) : (
          <IconShieldCheck size={20} aria-hidden />
        )}
        <span>
          {entry.verifiedAt === null
            ? t('archive.notVerified')
            : t('archive.verified', { moment: formatMoment(entry.verifiedAt) })}
        </span>
      </div>
      <div className={classes.digest}>
        <strong>{t('archive.digest')}</strong>
        <br />
        <Digest value={entry.digest} />
        <p className={classes.hint}>{t('archive.digestHint')}</p>
      </div>
      <Button fullWidth variant="default" renderRoot={(props) => <Link {...openAs} {...props} />}>
        {t('archive.open')}
      </Button>
    </>
  );
}
