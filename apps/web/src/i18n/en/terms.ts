import type { terms as vietnamese } from '../vi/terms.js';
import type { Translation } from '../words.js';

export const terms: Translation<typeof vietnamese> = {
  role: {
    'civil-servant': 'Civil servant',
    leader: 'Leader',
    clerk: 'Clerk',
    archivist: 'Archivist',
    'agency-administrator': 'Agency administrator',
    'system-administrator': 'System administrator',
    auditor: 'Auditor',
  },
  level: {
    province: 'Province',
    'province-office': 'Provincial office',
    department: 'Department',
    'equivalent-agency': 'Agency equal to a department',
    district: 'District or city',
    subordinate: 'Subordinate unit',
    commune: 'Commune',
    external: 'External agency',
  },
};
