import { useTranslation } from 'react-i18next';
import classes from './brand.module.css';

export function Brand({ size = 'small' }: { readonly size?: 'small' | 'large' }) {
  const { t } = useTranslation();
  return (
    <span className={classes.brand} data-size={size}>
      <img src="/favicon.svg" alt="" width={size === 'large' ? 36 : 26} height={size === 'large' ? 36 : 26} />
      {t('common.product')}
    </span>
  );
}
