import type { Role, Viewer } from './viewer.ts';

/** How far a role reaches: one's own things, the holds one leads, one's library service, or the whole country. */
export type Reach = 'own' | 'own-holds' | 'own-service' | 'all';

/** The only table of who may do what. Anything not listed is forbidden. */
export const permissions = {
  'see-own-course': { adviser: 'own' },
  enrol: { adviser: 'own' },
  learn: { adviser: 'own' },
  'see-own-certificate': { adviser: 'own' },
  'release-name': { adviser: 'own' },
  'log-guidance': { adviser: 'own' },
  practise: { adviser: 'own' },
  'see-practice-use': { 'course-leader': 'own-holds', agency: 'all', administrator: 'all' },
  'see-guidance-figures': { agency: 'all', 'contact-person': 'own-service', administrator: 'all' },
  'see-obligations': { agency: 'all', 'contact-person': 'own-service', administrator: 'all' },
  'see-profile': {
    adviser: 'own',
    'course-leader': 'own',
    agency: 'own',
    'contact-person': 'own',
    administrator: 'own',
  },
  'change-own-email': {
    adviser: 'own',
    'course-leader': 'own',
    agency: 'own',
    'contact-person': 'own',
    administrator: 'own',
  },
  'see-submission': { adviser: 'own', 'course-leader': 'own-holds' },
  'see-holds': { 'course-leader': 'own-holds', administrator: 'all' },
  'lead-hold': { 'course-leader': 'own-holds', administrator: 'all' },
  'give-attendance-proof': { 'course-leader': 'own-holds', administrator: 'all' },
  'read-drafts': { 'course-leader': 'all', agency: 'all', administrator: 'all' },
  'review-questions': { 'course-leader': 'all', administrator: 'all' },
  'create-hold': { 'course-leader': 'all', administrator: 'all' },
  'import-people': { 'course-leader': 'own-holds', administrator: 'all' },
  grade: { 'course-leader': 'all' },
  'decide-appeal': { 'course-leader': 'all' },
  'issue-for-hold': { 'course-leader': 'own-holds', agency: 'all', administrator: 'all' },
  'settle-withheld': { agency: 'all', administrator: 'all' },
  'see-certificates': { 'course-leader': 'own-holds', agency: 'all', administrator: 'all' },
  'see-signing-keys': { agency: 'all', administrator: 'all' },
  'revoke-certificate': { agency: 'all', administrator: 'all' },
  'see-readiness': { agency: 'all', 'contact-person': 'own-service', administrator: 'all' },
  'see-forecast': { agency: 'all', administrator: 'all' },
  'keep-snapshots': { agency: 'all', administrator: 'all' },
  'record-evidence': { agency: 'all', 'contact-person': 'own-service', administrator: 'all' },
  'set-guides-from': { agency: 'all', 'contact-person': 'own-service', administrator: 'all' },
  'correct-affiliation': { agency: 'all', 'contact-person': 'own-service', administrator: 'all' },
  'see-rollout': { agency: 'all', 'contact-person': 'own-service', administrator: 'all' },
  'set-rollout-date': { agency: 'all', administrator: 'all' },
  'record-rollout': { agency: 'all', administrator: 'all' },
  'preview-policy': { agency: 'all', administrator: 'all' },
  'ask-for-evidence': { agency: 'all', administrator: 'all' },
  'confirm-evidence': { agency: 'all', administrator: 'all' },
  'give-override': { agency: 'all', administrator: 'all' },
  'sign-off': { agency: 'all', administrator: 'all' },
  'see-partners': { agency: 'all', 'contact-person': 'own-service', administrator: 'all' },
  'record-partners': { agency: 'all', 'contact-person': 'own-service', administrator: 'all' },
  'take-peer-seat': { adviser: 'own' },
  'record-help-points': { agency: 'all', 'contact-person': 'own-service', administrator: 'all' },
  'write-to-network': { agency: 'all', administrator: 'all' },
  search: { adviser: 'own', 'course-leader': 'own', agency: 'own', 'contact-person': 'own', administrator: 'own' },
  'search-people': {
    'course-leader': 'own-holds',
    agency: 'all',
    'contact-person': 'own-service',
    administrator: 'all',
  },
  'see-lookups': { administrator: 'all' },
  'join-people': { agency: 'all', administrator: 'all' },
  'manage-people': { administrator: 'all' },
  'manage-places': { agency: 'all', administrator: 'all' },
  'keep-database': { administrator: 'all' },
} as const satisfies Record<string, Partial<Record<Role, Reach>>>;

export type Action = keyof typeof permissions;

/** What an action is about: the person it belongs to, the leaders of its hold, and its library service. */
export type Scope = { personId?: string; leaderIds?: readonly string[]; serviceId?: string };

/** Whether this viewer may perform the action on this scope. Without a scope: whether they may perform it at all. */
export function may(viewer: Viewer, action: Action, scope?: Scope): boolean {
  const reaches: Partial<Record<Role, Reach>> = permissions[action];
  return viewer.grants.some((grant) => {
    const reach = reaches[grant.role];
    if (reach === undefined) return false;
    if (scope === undefined) return true;
    switch (reach) {
      case 'all':
        return true;
      case 'own':
        return scope.personId === viewer.personId;
      case 'own-holds':
        return scope.leaderIds?.includes(viewer.personId) ?? false;
      case 'own-service':
        return grant.serviceId !== null && grant.serviceId === scope.serviceId;
    }
  });
}
