import { describe, expect, it } from 'vitest';
import { roles } from '#contracts';
import { anActor } from '#testing';
import { mayKeepViews, mayShareViews } from './saved-view-policy.js';

describe('saved views', () => {
  it('are kept by whoever reads documents', () => {
    const keeping = roles.filter((role) => mayKeepViews(anActor({ role })));
    expect(keeping).toEqual(['civil-servant', 'leader', 'clerk', 'archivist']);
  });

  it('are shared by leaders and clerks', () => {
    expect(roles.filter((role) => mayShareViews(anActor({ role })))).toEqual(['leader', 'clerk']);
  });
});
