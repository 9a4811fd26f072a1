import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Action, may, permissions } from '#app/use-cases/permission.ts';
import { servicesFor } from '#app/use-cases/services-for.ts';
import { type Grant, type Role, roles, type Viewer } from '#app/use-cases/viewer.ts';

const actions = Object.keys(permissions) as Action[];
const viewerWith = (grants: Grant[]): Viewer => ({
  personId: 'vera',
  name: 'Vera',
  language: 'da',
  grants,
  sessionKey: '',
});
const reachOf = (action: Action, role: Role) => (permissions[action] as Partial<Record<Role, string>>)[role];
const anyAction = fc.constantFrom(...actions);
const anyGrant = fc.record({
  role: fc.constantFrom(...roles),
  serviceId: fc.constantFrom('herning', 'odense', null),
});
const anyScope = fc.record({
  personId: fc.constantFrom('vera', 'villy'),
  leaderIds: fc.subarray(['vera', 'karla']),
  serviceId: fc.constantFrom('herning', 'odense'),
});

describe('the permission of a viewer', () => {
  test('is exactly what the table says, for one role and for several', () => {
    fc.assert(
      fc.property(anyAction, fc.array(anyGrant, { maxLength: 3 }), anyScope, (action, grants, scope) => {
        const expected = grants.some(({ role, serviceId }) => {
          const reach = reachOf(action, role);
          return (
            reach === 'all' ||
            (reach === 'own' && scope.personId === 'vera') ||
            (reach === 'own-holds' && scope.leaderIds.includes('vera')) ||
            (reach === 'own-service' && serviceId === scope.serviceId)
          );
        });
        expect(may(viewerWith(grants), action, scope)).toBe(expected);
      }),
    );
  });

  test('is empty without a role', () => {
    for (const action of actions) expect(may(viewerWith([]), action), action).toBe(false);
  });

  test('for a scope without details is limited to roles that reach everything', () => {
    fc.assert(
      fc.property(anyAction, anyGrant, (action, grant) => {
        expect(may(viewerWith([grant]), action, {})).toBe(reachOf(action, grant.role) === 'all');
      }),
    );
  });

  test('reaches no library service for a contact person without one, and is the wider of two roles', () => {
    const contact = { role: 'contact-person', serviceId: null } as const;
    expect(servicesFor(viewerWith([contact]), 'see-readiness')).toEqual([]);
    expect(servicesFor(viewerWith([{ ...contact, serviceId: 'herning' }]), 'see-readiness')).toEqual(['herning']);
    expect(servicesFor(viewerWith([contact, { role: 'agency', serviceId: null }]), 'see-readiness')).toBe('all');
    expect(servicesFor(viewerWith([{ role: 'adviser', serviceId: 'herning' }]), 'see-readiness')).toEqual([]);
  });

  test('has not changed since it was decided', () => {
    const mayDo = (role: Role) => actions.filter((action) => reachOf(action, role));
    expect(mayDo('adviser')).toEqual([
      'see-own-course',
      'enrol',
      'learn',
      'see-own-certificate',
      'release-name',
      'log-guidance',
      'practise',
      'see-profile',
      'change-own-email',
      'see-submission',
      'take-peer-seat',
      'search',
    ]);
    expect(mayDo('contact-person')).toEqual([
      'see-guidance-figures',
      'see-obligations',
      'see-profile',
      'change-own-email',
      'see-readiness',
      'record-evidence',
      'set-guides-from',
      'correct-affiliation',
      'see-rollout',
      'see-partners',
      'record-partners',
      'record-help-points',
      'search',
      'search-people',
    ]);
    for (const only of ['see-lookups', 'manage-people', 'keep-database'] as const)
      expect(Object.keys(permissions[only]), only).toEqual(['administrator']);
    for (const nobodyElse of [
      'settle-withheld',
      'revoke-certificate',
      'set-rollout-date',
      'record-rollout',
      'keep-snapshots',
      'sign-off',
      'write-to-network',
      'join-people',
      'manage-places',
    ] as const)
      expect(Object.keys(permissions[nobodyElse]), nobodyElse).toEqual(['agency', 'administrator']);
    for (const leaders of ['grade', 'decide-appeal'] as const)
      expect(Object.keys(permissions[leaders]), leaders).toEqual(['course-leader']);
  });
});
