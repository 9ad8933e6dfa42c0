import type { RelationKind, RelationView } from '#contracts';

/** What names an issued document. */
export type Cited = Pick<RelationView, 'typeName' | 'symbol' | 'issuedOn' | 'issuerName'>;

/** How a document is referred to the first time: type, number and symbol, day, issuer (Decree 30/2020, Annex I). */
export function citation({ typeName, symbol, issuedOn, issuerName }: Cited): string {
  const [year = '', month = '', day = ''] = issuedOn.split('-');
  return `${typeName} số ${symbol} ngày ${day}/${month}/${year} của ${issuerName}`;
}

const verbs: Readonly<Record<RelationKind, string>> = {
  'replies-to': 'trả lời',
  corrects: 'đính chính',
  amends: 'sửa đổi, bổ sung',
  replaces: 'thay thế',
};

/** The subject that a draft begins with when it answers or corrects another document, cut to what a subject may have. */
export function subjectOfRelated(kind: RelationKind, cited: Cited): string {
  return `Về việc ${verbs[kind]} ${citation(cited)}`.slice(0, 500).trim();
}
