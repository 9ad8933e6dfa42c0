import type { AgencyLevel, ShareIndicator } from '#contracts';

/** The provincial People's Committee; its Office receives on its behalf. */
const provinceLevels: readonly AgencyLevel[] = ['province', 'province-office'];

/** Departments, agencies and district or city People's Committees (sở, ban, ngành, UBND huyện, thành phố). */
const exchangingLevels: readonly AgencyLevel[] = ['department', 'equivalent-agency', 'district'];

/** The indicator that counts an exchange between agencies of these levels; null: neither does. */
export function indicatorOf(sender: AgencyLevel, recipient: AgencyLevel): ShareIndicator | null {
  if (provinceLevels.includes(recipient) && !provinceLevels.includes(sender)) {
    return 'submitted-to-province';
  }
  if (exchangingLevels.includes(sender) && exchangingLevels.includes(recipient)) {
    return 'exchanged-between-agencies';
  }
  return null;
}

/** `indicatorOf` as an SQL expression over two columns with levels, for work on many exchanges at once. */
export function indicatorSql(sender: string, recipient: string): string {
  return `CASE
    WHEN ${recipient} IN (${listed(provinceLevels)}) AND ${sender} NOT IN (${listed(provinceLevels)})
      THEN 'submitted-to-province'
    WHEN ${sender} IN (${listed(exchangingLevels)}) AND ${recipient} IN (${listed(exchangingLevels)})
      THEN 'exchanged-between-agencies'
  END`;
}

function listed(levels: readonly AgencyLevel[]): string {
  return levels.map((level) => `'${level}'`).join(', ');
}
