export const roles = ['adviser', 'course-leader', 'agency', 'contact-person', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** A role held today; `serviceId` limits it to one library service. */
export type Grant = { role: Role; serviceId: string | null };

/** The signed-in person behind a request. */
export type Viewer = {
  personId: string;
  name: string;
  language: 'da' | 'en';
  grants: readonly Grant[];
  /** Where the session is stored; empty for the command line. */
  sessionKey: string;
  /** When the session ends if nothing is sent before then. */
  signedInUntil?: string;
};
