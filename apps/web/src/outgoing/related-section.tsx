import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { DocumentRelation, RelatingDocument } from '../api/types.js';
import { Section } from '../ui/facts.js';
import { formatDate } from '../ui/format.js';
import classes from './related-section.module.css';

interface Props {
  readonly relations: readonly DocumentRelation[];
  readonly relatedBy: readonly RelatingDocument[];
}

/** What a document answers or corrects, and what answers or corrects it. */
export function RelatedSection({ relations, relatedBy }: Props) {
  const { t } = useTranslation();
  if (relations.length + relatedBy.length === 0) {
    return null;
  }
  return (
    <Section title={t('outgoing.related.title')}>
      <ul className={classes.list}>
        {relations.map((relation) => (
          <li key={relation.target.id} data-relation={relation.kind}>
            <span className={classes.kind}>{t(`outgoing.related.to.${relation.kind}`)}</span> <Target {...relation} />
          </li>
        ))}
        {relatedBy.map((document) => (
          <li key={document.id} data-related-by={document.kind}>
            <span className={classes.kind}>{t(`outgoing.related.by.${document.kind}`)}</span>{' '}
            <Link to="/outgoing/$documentId" params={{ documentId: document.id }}>
              <Relating {...document} />
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Target({ target, typeName: type, symbol, issuedOn, issuerName: issuer }: DocumentRelation) {
  const { t } = useTranslation();
  const words = t('outgoing.related.named', { type, symbol, date: formatDate(issuedOn), issuer });
  return target.type === 'arrival' ? (
    <Link to="/incoming/$arrivalId" params={{ arrivalId: target.id }}>
      {words}
    </Link>
  ) : (
    <Link to="/outgoing/$documentId" params={{ documentId: target.id }}>
      {words}
    </Link>
  );
}

function Relating({ typeName: type, symbol, issuedOn, subject }: RelatingDocument) {
  const { t } = useTranslation();
  return symbol === null || issuedOn === null
    ? t('outgoing.related.unissued', { type, subject })
    : t('outgoing.related.issued', { type, symbol, date: formatDate(issuedOn) });
}
