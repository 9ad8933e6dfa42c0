import { describe, expect, it } from 'vitest';
import { roles } from '#contracts';
import { anActor } from '#testing';
import { actionsOnAgency } from './agency-policy.js';

const own = { id: '0198c0de-0000-7000-8000-000000000001', isOpen: true };
const other = { id: '0198c0de-0000-7000-8000-000000000002', isOpen: true };

describe('what may be done with an agency', () => {
  it.each(roles)('%s', (role) => {
    const actor = anActor({ role, agencyId: own.id });
    const everything = ['edit', 'edit-contact', 'add-child'];
    const expected = {
      'system-administrator': { own: everything, other: everything },
      'agency-administrator': { own: ['edit-contact'], other: [] },
    };
    expect({ own: actionsOnAgency(actor, own), other: actionsOnAgency(actor, other) }).toEqual(
      role === 'system-administrator' || role === 'agency-administrator' ? expected[role] : { own: [], other: [] },
    );
  });

  it('is nothing once it is closed', () => {
    const actor = anActor({ role: 'system-administrator', agencyId: own.id });
    expect(actionsOnAgency(actor, { ...own, isOpen: false })).toEqual([]);
  });

  it('is for another system only what its scopes say', () => {
    const actor = anActor({ role: 'system-administrator', agencyId: own.id, scopes: ['agency:read'] });
    expect(actionsOnAgency(actor, own)).toEqual([]);
    expect(actionsOnAgency({ ...actor, scopes: ['agency:edit-contact'] }, own)).toEqual(['edit-contact']);
    expect(actionsOnAgency({ ...actor, scopes: ['agency:edit-contact'] }, other)).toEqual([]);
  });
});
