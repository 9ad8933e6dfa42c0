import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Post } from '../api/types.js';
import { dayInVietnam, formatDate } from '../ui/format.js';
import { StateWord } from '../ui/state-word.js';
import classes from './people.module.css';

interface Props {
  readonly post: Post;
  readonly onAct: (action: Post['actions'][number]) => void;
}

const words = { change: 'people.changePost', 'hand-over': 'people.handOver', delegate: 'delegation.make' } as const;

/** From when to when; nothing of a post that ended on the day on which it began, which was never held for a day. */
function useDays({ validFrom, validTo }: Post): string | undefined {
  const { t } = useTranslation();
  const from = formatDate(validFrom);
  if (validTo === null) {
    return t('people.sinceWord', { from });
  }
  return validTo < validFrom ? undefined : t('people.periodWord', { from, to: formatDate(validTo) });
}

/** One post: what, where, from when to when, and to whom its work went. */
export function PostLine({ post, onAct }: Props) {
  const { t } = useTranslation();
  const { position, role, agency, unit, signingForms, validFrom, validTo, handover } = post;
  const today = dayInVietnam(new Date());
  const isEnded = validTo !== null && validTo < today;
  const isLeft = isEnded && post.actions.includes('hand-over');
  const isComing = validFrom > today;
  const forms = signingForms.map((form) => `${form}.`).join(', ');
  const facts = [useDays(post), forms === '' ? undefined : t('people.forms', { forms })];
  return (
    <li className={classes.held} data-ended={isEnded || undefined} data-post={post.id}>
      <div className={classes.words}>
        <div className={classes.title}>{position}</div>
        <div className={classes.quiet}>
          {[t(`terms.role.${role}`), unit?.name, agency.name].filter((word) => word !== undefined).join(' · ')}
        </div>
        <div className={classes.quiet}>{facts.filter((word) => word !== undefined).join(' · ')}</div>
        {handover !== null && (
          <div className={classes.quiet}>
            {t(handover.done ? 'people.handoverDone' : 'people.handoverComing', {
              name: handover.fullName,
              position: handover.position,
              date: formatDate(handover.day),
              reason: handover.reason,
            })}
          </div>
        )}
        {isLeft && <div className={classes.quiet}>{t('people.notHandedOver')}</div>}
        {post.actions.length > 0 && (
          <div className={classes.actions}>
            {post.actions.map((action) => (
              <Button key={action} variant="default" size="xs" onClick={() => onAct(action)}>
                {t(isLeft ? 'people.handOverEnded' : words[action])}
              </Button>
            ))}
          </div>
        )}
      </div>
      <StateWord tone={isEnded ? 'calm' : isComing ? 'accent' : 'good'}>
        {t(isEnded ? 'people.ended' : isComing ? 'people.coming' : 'people.current')}
      </StateWord>
    </li>
  );
}
