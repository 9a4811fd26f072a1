import { isDay } from '#curriculum/calendar/calendar-day.ts';
import type { CertificateStatus } from '#curriculum/certification/certificate-status.ts';

export const statuses = [
  'valid',
  'renewal-open',
  'expired',
  'suspended',
  'revoked',
  'replaced',
  'superseded',
  'not-yet',
] as const satisfies CertificateStatus[];
/** Valid, whether or not it can be renewed already. */
export const inForce = 'in-force' as const;
export const registerSorts = ['number', 'holder', 'library', 'course', 'issued', 'until', 'status'] as const;
export type RegisterSort = (typeof registerSorts)[number];
export const periodFields = ['issuedFrom', 'issuedTo', 'endsFrom', 'endsTo'] as const;
export type PeriodField = (typeof periodFields)[number];

/** The filters of the register. An empty text does not filter. Both ends of a period are included. */
export type RegisterFilter = Record<PeriodField, string> & {
  find: string;
  status: CertificateStatus | typeof inForce | '';
  /** Valid today, and does it staff a place or not? */
  counts: 'yes' | 'no' | '';
  course: string;
  edition: string;
  municipality: string;
  region: string;
  sort: RegisterSort;
  reversed: boolean;
};

/** Reads the filter from an address, and the names of fields without a valid day; those do not filter. */
export function parseRegisterFilter(search: URLSearchParams): { filter: RegisterFilter; notDays: PeriodField[] } {
  const asked = (name: string) => (search.get(name) ?? '').trim().slice(0, 100);
  const days = Object.fromEntries(periodFields.map((name) => [name, isDay(asked(name)) ? asked(name) : ''])) as Record<
    PeriodField,
    string
  >;
  return {
    filter: {
      ...days,
      find: asked('find'),
      status: ([...statuses, inForce] as const).find((each) => each === asked('status')) ?? '',
      counts: (['yes', 'no'] as const).find((each) => each === asked('counts')) ?? '',
      course: asked('course'),
      edition: asked('edition'),
      municipality: asked('municipality'),
      region: asked('region'),
      sort: registerSorts.find((each) => each === asked('sort')) ?? 'number',
      reversed: asked('order') === 'reversed',
    },
    notDays: periodFields.filter((name) => asked(name) !== '' && days[name] === ''),
  };
}
