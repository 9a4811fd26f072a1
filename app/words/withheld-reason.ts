import type { TFunction } from 'i18next';

const ownReasons = ['letters-missing', 'no-room', 'key-not-in-force', 'former-suspended', 'nothing-to-renew'] as const;
type OwnReason = (typeof ownReasons)[number];
const noted = new RegExp(`^withheld:(${ownReasons.join('|')}):(.*)$`);

/** Why the service itself withholds a certificate, as it is noted: by a key, so that everybody reads it in their language. */
export const ownReason = (why: OwnReason, of = ''): string => `withheld:${why}:${of}`;

/** A noted reason as a sentence; what somebody wrote stands as they wrote it. */
export function reasonText(common: TFunction<'common'>, reason: string): string {
  const [, why, of] = noted.exec(reason) ?? [];
  return why ? common(`withheld-because.${why as OwnReason}`, { of }) : reason;
}
