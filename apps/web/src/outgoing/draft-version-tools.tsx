import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { DocumentView } from '../api/types.js';
import type { DraftKeeper } from './draft-keeper.js';
import { useKeepVersion } from './use-keep-version.js';

interface Props {
  readonly document: DocumentView;
  readonly keeper: DraftKeeper;
}

/** Keeps the draft as it is written now, and leads to what was said about it and to its versions. */
export function DraftVersionTools({ document: { id, versionNumber }, keeper }: Props) {
  const { t } = useTranslation();
  const keep = useKeepVersion();
  const keepNow = async () => {
    if ((await keeper.flush()) !== undefined) {
      keep.mutate(id);
    }
  };
  return (
    <>
      {versionNumber !== null && (
        <Button
          variant="subtle"
          renderRoot={(props) => <Link to="/outgoing/$documentId" params={{ documentId: id }} {...props} />}
        >
          {t('outgoing.draft.opinions')}
        </Button>
      )}
      <Button variant="default" loading={keep.isPending} onClick={() => void keepNow()}>
        {t('reviews.versions.keep')}
      </Button>
    </>
  );
}
