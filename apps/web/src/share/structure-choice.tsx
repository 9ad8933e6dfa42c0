import { SegmentedControl } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ShareSearch } from './share-search.js';

/** Whether closed agencies count for themselves, or for those who stand in their place. */
export function StructureChoice({ search }: { readonly search: ShareSearch }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { structure: _structure, ...others } = search;
  return (
    <SegmentedControl
      aria-label={t('share.structure.label')}
      value={search.structure ?? 'issued'}
      onChange={(value) => {
        void navigate({ to: '/share', search: value === 'current' ? { ...others, structure: 'current' } : others });
      }}
      data={[
        { value: 'issued', label: t('share.structure.issued') },
        { value: 'current', label: t('share.structure.current') },
      ]}
      data-no-print
    />
  );
}
