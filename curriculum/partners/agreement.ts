import { addDays } from '#curriculum/calendar/calendar-day.ts';

/** A commitment to the rollout and a referral between library and citizen services can meet a gate; a cooperation cannot. */
export const agreementPurposes = ['commitment', 'referral', 'cooperation'] as const;
export type AgreementPurpose = (typeof agreementPurposes)[number];

/** The first day counts, `validUntil` is the first day on which it no longer is in force. */
export type AgreementPeriod = { validFrom: string; validUntil: string };
export type Agreement = AgreementPeriod & {
  /** The library service it belongs to; null if it holds for the whole country. */
  serviceId: string | null;
  partner: string;
  about: string;
  purpose: AgreementPurpose;
};

export type AgreementStanding = 'coming' | 'in-force' | 'ends-soon' | 'ended';

/** How many days before an agreement ends somebody is reminded of it, furthest first. */
export const agreementMarks = [90, 30] as const;

/** Where an agreement stands on a day. It ends soon from the day of its first reminder. */
export function agreementStanding({ validFrom, validUntil }: AgreementPeriod, day: string): AgreementStanding {
  if (day < validFrom) return 'coming';
  if (day >= validUntil) return 'ended';
  return validUntil <= addDays(day, agreementMarks[0]) ? 'ends-soon' : 'in-force';
}

/** The nearest mark that an agreement has reached on a day, until it has ended. */
export function agreementMarkOn({ validUntil }: AgreementPeriod, day: string): number | undefined {
  if (validUntil <= day) return undefined;
  return agreementMarks.findLast((mark) => validUntil <= addDays(day, mark));
}

/**
 * Two agreements are about the same matter if they belong to the same place, have the same partner and serve the same
 * purpose; of cooperations there may be several with one partner, told apart by what they are about.
 */
export function isSameMatter(one: Agreement, other: Agreement): boolean {
  return (
    one.serviceId === other.serviceId &&
    one.purpose === other.purpose &&
    isSameText(one.partner, other.partner) &&
    (one.purpose !== 'cooperation' || isSameText(one.about, other.about))
  );
}

/** Is any day in both periods? */
export const overlaps = (one: AgreementPeriod, other: AgreementPeriod): boolean =>
  one.validFrom < other.validUntil && other.validFrom < one.validUntil;

/** An agreement is renewed if another about the same matter takes over without a day between them. */
export function isRenewed(agreement: Agreement, all: readonly Agreement[]): boolean {
  return all.some(
    (other) =>
      isSameMatter(agreement, other) &&
      other.validFrom <= agreement.validUntil &&
      other.validUntil > agreement.validUntil,
  );
}

const isSameText = (one: string, other: string) => plain(one) === plain(other);
const plain = (text: string) => text.trim().replace(/\s+/g, ' ').toLocaleLowerCase('da');
