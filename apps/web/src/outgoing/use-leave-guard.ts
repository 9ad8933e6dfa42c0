import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useConfirm } from '../ui/use-confirm.js';

/** Asks before unsaved work is left behind. */
export function useLeaveGuard(isDirty: () => boolean, subject: string): void {
  const { t } = useTranslation();
  const confirm = useConfirm();
  useBlocker({
    shouldBlockFn: async ({ current, next }) => {
      if (!isDirty() || current.pathname === next.pathname) {
        return false;
      }
      const leave = await confirm({
        title: t('outgoing.draft.leaveTitle'),
        text: t('outgoing.draft.leave', { name: subject.trim() || t('outgoing.draft.untitled') }),
        confirm: t('outgoing.draft.leaveAnyway'),
        cancel: t('outgoing.draft.stay'),
        dangerous: true,
      });
      return !leave;
    },
    enableBeforeUnload: isDirty,
  });
}
