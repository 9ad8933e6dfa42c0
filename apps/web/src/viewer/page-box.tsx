import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './page-box.module.css';

interface Props {
  readonly page: number;
  readonly total: number;
  readonly onGo: (page: number) => void;
}

/** The number of the page that is in sight; another number typed there leads to that page. */
export function PageBox({ page, total, onGo }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const go = () => {
    const wanted = Number.parseInt(typed ?? '', 10);
    if (Number.isInteger(wanted)) {
      onGo(Math.min(Math.max(wanted, 1), total));
    }
    setTyped(undefined);
  };
  return (
    <form
      className={classes.box}
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <label>
        {t('viewer.page')}{' '}
        <input
          className={classes.number}
          inputMode="numeric"
          autoComplete="off"
          size={Math.max(String(total).length, 2)}
          aria-label={t('viewer.goTo', { total })}
          value={typed ?? page}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setTyped(event.currentTarget.value.replaceAll(/\D/g, '').slice(0, 6))}
          onBlur={() => setTyped(undefined)}
        />
      </label>
      <span>/ {total}</span>
    </form>
  );
}
