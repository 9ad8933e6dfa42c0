import { useTranslation } from 'react-i18next';
import type { Version } from '../api/types.js';
import { formatDate } from '../ui/format.js';
import { StateWord, type Tone } from '../ui/state-word.js';
import { usePartWord } from '../viewer/use-part-word.js';
import { changedWords, type Part, sideOf } from './changed-words.js';
import classes from './compare-page.module.css';
import { filesOf, type LineChange, type LineDifference, listDifferences, type Named } from './version-differences.js';

interface Props {
  readonly before: Version;
  readonly after: Version;
  readonly onlyChanged: boolean;
}

const tones: Record<LineChange, Tone> = { same: 'calm', added: 'good', removed: 'bad', changed: 'care' };

/** The fields of two versions word by word, and their lists line by line. */
export function ComparedVersions({ before, after, onlyChanged }: Props) {
  const { t } = useTranslation();
  const partWord = usePartWord();
  const old = useFieldTexts(before);
  const now = useFieldTexts(after);
  const fields = now.texts
    .map(([name, text], index) => ({ name, parts: changedWords(old.texts[index]?.[1] ?? '', text) }))
    .filter(({ parts }) => !onlyChanged || parts.some(({ change }) => change !== 'same'));
  const lists = now.lists
    .map(([name, list], index) => ({ name, lines: listDifferences(old.lists[index]?.[1] ?? [], list) }))
    .map(({ name, lines }) => ({ name, lines: shown(lines, onlyChanged) }))
    .filter(({ lines }) => lines.length > 0);
  const files = shown(listDifferences(filesOf(before, partWord), filesOf(after, partWord)), onlyChanged);
  return (
    <>
      <h2 className={classes.heading}>{t('reviews.compare.fields')}</h2>
      {fields.length + lists.length === 0 && <p className={classes.none}>{t('reviews.compare.same')}</p>}
      {fields.map(({ name, parts }) => (
        <section key={name} className={classes.field} data-field={name} aria-label={t(`reviews.compare.field.${name}`)}>
          <h3 className={classes.name}>{t(`reviews.compare.field.${name}`)}</h3>
          <Side parts={sideOf(parts, 'before')} label={t('reviews.compare.from')} />
          <Side parts={sideOf(parts, 'after')} label={t('reviews.compare.to')} />
        </section>
      ))}
      {lists.map(({ name, lines }) => (
        <section key={name} className={classes.list} data-field={name}>
          <h3 className={classes.name}>{t(`reviews.compare.field.${name}`)}</h3>
          <Lines lines={lines} showsDetail />
        </section>
      ))}
      <h2 className={classes.heading}>{t('reviews.compare.files')}</h2>
      {files.length === 0 ? (
        <p className={classes.none}>{t('reviews.compare.same')}</p>
      ) : (
        <Lines lines={files} showsDetail />
      )}
    </>
  );
}

function shown(lines: readonly LineDifference[], onlyChanged: boolean): readonly LineDifference[] {
  return onlyChanged ? lines.filter(({ change }) => change !== 'same') : lines;
}

function Side({ parts, label }: { readonly parts: readonly Part[]; readonly label: string }) {
  const { t } = useTranslation();
  return (
    <p className={classes.side} data-side={label}>
      {parts.length === 0 && <span className={classes.none}>{t('reviews.compare.empty')}</span>}
      {parts.map(({ text, change }, index) => {
        const Mark = change === 'added' ? 'ins' : change === 'removed' ? 'del' : 'span';
        return <Mark key={index}>{text}</Mark>;
      })}
    </p>
  );
}

interface LinesProps {
  readonly lines: readonly LineDifference[];
  readonly showsDetail?: boolean;
}

function Lines({ lines, showsDetail = false }: LinesProps) {
  const { t } = useTranslation();
  return (
    <ul className={classes.lines}>
      {lines.map(({ name, before, after, change }) => (
        <li key={name} className={classes.line} data-change={change}>
          <span>
            <bdi>{name}</bdi>
            {showsDetail && (
              <span className={classes.none}>
                {' '}
                {change === 'changed' && before !== after ? `${before} → ${after}` : (after ?? before)}
              </span>
            )}
          </span>
          <StateWord tone={tones[change]}>{t(`reviews.compare.${wordOf(change)}`)}</StateWord>
        </li>
      ))}
    </ul>
  );
}

function wordOf(change: keyof typeof tones): 'added' | 'removed' | 'changed' | 'unchanged' {
  return change === 'same' ? 'unchanged' : change;
}

/** The fields of a version as people read them, in the order of the form. */
function useFieldTexts({ fields }: Version) {
  const { t } = useTranslation();
  const day = (date: string | null) => (date === null ? '' : formatDate(date));
  const texts = [
    ['subject', fields.subject],
    ['typeName', fields.typeName],
    ['urgency', t(`common.urgency.${fields.urgency}`)],
    ['signer', `${fields.signer.fullName}, ${fields.signer.position}`],
    ['signingForm', fields.signingForm === null ? '' : t(`people.form.${fields.signingForm}`)],
    ['dueDate', day(fields.dueDate)],
    ['draftingUnit', fields.draftingUnit],
    ['pageAmount', String(fields.pageAmount ?? '')],
    ['description', fields.description],
    ['language', fields.language],
    ['issuedAmount', String(fields.issuedAmount ?? '')],
    ['fileCode', fields.fileCode === null ? '' : `${fields.fileCode.year} · ${fields.fileCode.notation}`],
    ['fileOrdinal', String(fields.fileOrdinal ?? '')],
    ['reviewMode', fields.reviewers.length < 2 ? '' : t(`reviews.mode.${fields.reviewMode}`)],
  ] as const;
  const addressed = ({ name, channel, paperReason }: (typeof fields.recipients)[number]): Named => ({
    name,
    detail: inOneLine(t(`common.channel.${channel}`), paperReason),
  });
  const lists = [
    ['recipients', fields.recipients.map(addressed)],
    ['groups', fields.groups.map(addressed)],
    [
      'externals',
      fields.externals.map(({ name, address, paperReason }) => ({ name, detail: inOneLine(address, paperReason) })),
    ],
    ['people', fields.people.map(({ fullName, position }) => ({ name: fullName, detail: position }))],
    [
      'reviewers',
      fields.reviewers.map(({ fullName, position, dueOn }) => ({
        name: `${fullName}, ${position}`,
        detail: formatDate(dueOn),
      })),
    ],
  ] as const;
  return { texts, lists };
}

function inOneLine(...words: readonly (string | null | undefined)[]): string {
  return words.filter((word) => word !== null && word !== undefined && word !== '').join(' · ');
}
