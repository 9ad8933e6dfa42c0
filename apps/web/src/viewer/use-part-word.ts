import { useTranslation } from 'react-i18next';

/** What the file at a place is called: the first is the main text, the others are its appendices. */
export function usePartWord(): (index: number) => string {
  const { t } = useTranslation();
  return (index) => (index === 0 ? t('viewer.part.main') : t('viewer.part.appendix', { number: index }));
}
