import { Button, FileButton, Group, Loader, Modal, Stack, Text } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../ui/format.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import type { ImportLine, ImportOutcome, ImportWords } from './import-outcome.js';
import { ImportPreview } from './import-preview.js';
import { type SendFile, useImport, usePreviewImport } from './use-import.js';

interface Props<Line extends ImportLine> {
  readonly words: ImportWords<Line>;
  readonly send: SendFile<Line>;
  readonly onImported: (outcome: ImportOutcome<Line>) => void;
  readonly onClose: () => void;
}

/** A file is chosen, looked at and imported: nothing is written before the last step. */
export function ImportDialog<Line extends ImportLine>({ words, send, onImported, onClose }: Props<Line>) {
  const { t } = useTranslation();
  const [file, setFile] = useState<File | null>(null);
  const preview = usePreviewImport(send);
  const importing = useImport(send, onImported);
  const seen = preview.data;
  const number = seen === undefined ? 0 : seen.added + seen.changed;
  const mayImport = file !== null && seen !== undefined && seen.faultCount === 0 && number > 0;

  const choose = (chosen: File | null) => {
    if (chosen !== null) {
      setFile(chosen);
      importing.reset();
      preview.mutate(chosen);
    }
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={words.title}
      size="xl"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="md">
        <Text size="sm">{words.hint}</Text>
        <div aria-live="polite">
          {preview.isPending && <Busy words={t('fileImport.reading', { name: file?.name ?? '' })} />}
          {importing.isPending && <Busy words={t('fileImport.writing')} />}
          {seen !== undefined && !importing.isPending && <ImportPreview outcome={seen} words={words} />}
        </div>
        {(importing.error ?? preview.error) !== null && <ProblemAlert error={importing.error ?? preview.error} />}
        <Group justify="flex-end">
          {/* A new button for each file, so that the same one can be chosen again after it was mended. */}
          <FileButton key={preview.submittedAt} onChange={choose} accept=".csv,.tsv,.txt,.xlsx">
            {(props) => (
              <Button
                {...props}
                variant={mayImport ? 'default' : 'filled'}
                disabled={preview.isPending || importing.isPending}
                leftSection={<IconFileUpload size={18} aria-hidden />}
              >
                {t(file === null ? 'fileImport.choose' : 'fileImport.chooseAgain')}
              </Button>
            )}
          </FileButton>
          {mayImport && (
            <Button
              loading={importing.isPending}
              onClick={() => importing.mutate({ file, plan: seen.plan }, { onSuccess: onClose })}
            >
              {words.apply(formatNumber(number))}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

function Busy({ words }: { readonly words: string }) {
  return (
    <Group gap="sm">
      <Loader size={18} />
      <Text size="sm">{words}</Text>
    </Group>
  );
}
