import { Button, Kbd, UnstyledButton } from '@mantine/core';
import { IconPencilPlus, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Bell } from '../notifications/bell.js';
import { useSession } from '../session/use-session.js';
import { Brand } from './brand.js';
import classes from './menu.module.css';
import { PlaceLink } from './place-link.js';
import { countOf, lateIn, placesFor } from './places.js';
import { useDeskCounts } from './use-desk-counts.js';
import { UserMenu } from './user-menu.js';

export function SideMenu({ onFind }: { readonly onFind: () => void }) {
  const { t } = useTranslation();
  const { permissions } = useSession();
  const counts = useDeskCounts();

  return (
    <aside className={classes.side}>
      <div className={classes.top}>
        <div className={classes.head}>
          <Link to="/" className={classes.home}>
            <Brand />
          </Link>
          <Bell size={36} />
        </div>
        <UnstyledButton className={classes.find} onClick={onFind}>
          <IconSearch size={16} aria-hidden />
          <span className={classes.word}>{t('shell.find')}</span>
          <Kbd size="xs" aria-hidden>
            Ctrl K
          </Kbd>
        </UnstyledButton>
        {permissions.includes('document:draft') && (
          <Button
            fullWidth
            leftSection={<IconPencilPlus size={18} aria-hidden />}
            renderRoot={(props) => <Link to="/outgoing/draft" search={{}} {...props} />}
          >
            {t('shell.compose')}
          </Button>
        )}
      </div>
      <nav aria-label={t('shell.menu')} className={classes.nav}>
        {placesFor(permissions).map(({ key, places }) => (
          <section key={key} aria-labelledby={`menu-${key}`}>
            <h2 id={`menu-${key}`} className={classes.group}>
              {t(`shell.${key}`)}
            </h2>
            {places.map((place) => (
              <PlaceLink key={place.key} place={place} count={countOf(place, counts)} late={lateIn(place, counts)} />
            ))}
          </section>
        ))}
      </nav>
      <UserMenu />
    </aside>
  );
}
