import type { LookupRow } from '#db/queries/person-lookup.ts';

/** Where somebody looked a person up. */
export type LookupPage = LookupRow['page'];
