import { describe, expect, it } from 'vitest';
import { roles } from '#contracts';
import { anActor } from '#testing';
import { actionsOn, mayManagePlans, mayReadPlans } from './plan-policy.js';

describe('who may do what with plans', () => {
  it('lets the system administrator write them and the auditor read them, and nobody else do either', () => {
    expect(roles.filter((role) => mayManagePlans(anActor({ role })))).toEqual(['system-administrator']);
    expect(roles.filter((role) => mayReadPlans(anActor({ role })))).toEqual(['system-administrator', 'auditor']);
  });

  it('offers nothing on a plan that took effect or was cancelled', () => {
    const administrator = anActor({ role: 'system-administrator' });
    expect(actionsOn(administrator, 'effective')).toEqual([]);
    expect(actionsOn(administrator, 'cancelled')).toEqual([]);
  });

  it('offers the auditor nothing', () => {
    expect(actionsOn(anActor({ role: 'auditor' }), 'draft')).toEqual([]);
  });

  it('has a failed plan edited before it is scheduled again', () => {
    expect(actionsOn(anActor({ role: 'system-administrator' }), 'failed')).toEqual(['edit', 'cancel']);
  });
});
