import { IconCheck, IconCloudOff, IconLoader } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../ui/format.js';
import { useSentences } from '../ui/use-problem.js';
import type { Keeping } from './draft-keeper.js';
import classes from './keeping-word.module.css';

/** Says at all times whether what is on the page also stands on the server. */
export function KeepingWord({ keeping }: { readonly keeping: Keeping }) {
  return (
    <span role="status" className={classes.word} data-state={keeping.state}>
      <Words keeping={keeping} />
    </span>
  );
}

function Words({ keeping }: { readonly keeping: Keeping }) {
  const { t } = useTranslation();
  const sentences = useSentences();
  switch (keeping.state) {
    case 'nothing':
      return <>{t('outgoing.draft.notYet')}</>;
    case 'unsaved':
      return <>{t('outgoing.draft.unsaved')}</>;
    case 'saving':
      return (
        <>
          <IconLoader size={16} aria-hidden /> {t('outgoing.draft.saving')}
        </>
      );
    case 'saved':
      return (
        <>
          <IconCheck size={16} aria-hidden /> {t('outgoing.draft.saved', { time: formatTime(keeping.at) })}
        </>
      );
    case 'lost':
      return (
        <>
          <IconCloudOff size={16} aria-hidden /> {t('outgoing.draft.failed')}
        </>
      );
    case 'refused':
      return <>{t('outgoing.draft.refusedSave', { reason: sentences(keeping.error).title })}</>;
    case 'conflict':
      return <>{t('outgoing.draft.conflictTitle')}</>;
  }
}
