import type { PersonName } from './parse-name.ts';

/** "Anna Eksempel", or the one name that somebody has. */
export const wholeName = ({ givenName, familyName }: PersonName): string => `${givenName} ${familyName}`.trim();
