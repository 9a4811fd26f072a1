import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#curriculum/calendar/calendar-day.ts';
import {
  type CertificateEvent,
  certificateNumber,
  isCertifiedOn,
  isLive,
  lastValidDay,
  periodOf,
  statusOn,
  withdrawnBy,
} from '#curriculum/certification/certificate-status.ts';

const anyDay = fc.integer({ min: 0, max: 9_000 }).map((n) => addDays('2020-01-01', n));
const period = { validFrom: '2026-01-15', validUntil: '2028-01-15' };
const noon = (day: string) => `${day}T11:00:00.000Z`;
const issued: CertificateEvent = { type: 'issued', at: noon('2026-01-15') };
const anyEvent = fc.record({
  type: fc.constantFrom(
    'suspended' as const,
    'suspension-lifted' as const,
    'revoked' as const,
    'reinstated' as const,
    'replaced' as const,
    'superseded' as const,
  ),
  at: fc.integer({ min: 0, max: 900 }).map((n) => noon(addDays('2026-01-15', n))),
});

describe('a certificate', () => {
  test('certifies its holder from the first day to the day before the end', () => {
    const on = (day: string) => isCertifiedOn(period, [issued], day);
    expect([on('2026-01-14'), on('2026-01-15'), on('2028-01-14'), on('2028-01-15')]).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(lastValidDay(period.validUntil)).toBe('2028-01-14');
  });
  test('certifies nobody outside its period, whatever has happened to it', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 5 }), anyDay, (events, day) => {
        if (day < period.validFrom || day >= period.validUntil) expect(isCertifiedOn(period, events, day)).toBe(false);
      }),
    );
  });
  test('certifies until the day before it was revoked, replaced or superseded', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('revoked' as const, 'replaced' as const, 'superseded' as const),
        fc.integer({ min: 1, max: 700 }),
        (type, n) => {
          const day = addDays(period.validFrom, n);
          const events = [issued, { type, at: noon(day) }];
          expect(statusOn(period, events, day)).toBe(type);
          expect(isCertifiedOn(period, events, addDays(day, -1))).toBe(true);
        },
      ),
    );
  });
  test('certifies again after a suspension is lifted or a revocation is reversed', () => {
    const events: CertificateEvent[] = [
      issued,
      { type: 'suspended', at: noon('2026-03-01') },
      { type: 'suspension-lifted', at: noon('2026-03-10') },
    ];
    expect([statusOn(period, events, '2026-03-05'), statusOn(period, events, '2026-03-10')]).toEqual([
      'suspended',
      'valid',
    ]);
    expect(
      statusOn(
        period,
        [issued, { type: 'revoked', at: noon('2026-03-01') }, { type: 'reinstated', at: noon('2026-04-01') }],
        '2026-04-02',
      ),
    ).toBe('valid');
  });
  test('certifies exactly on days within its period on which no event speaks against it', () => {
    // The rule once more, without a fold: the last word of each pair, and whether a last word was ever said.
    const lastOf = (events: CertificateEvent[], types: string[]) => events.findLast(({ type }) => types.includes(type));
    let certified = 0;
    fc.assert(
      fc.property(
        fc.uniqueArray(anyEvent, { maxLength: 6, selector: ({ at }) => at }),
        fc.integer({ min: -50, max: 1_000 }),
        (events, n) => {
          const day = addDays(period.validFrom, n);
          const known = events.filter(({ at }) => at.slice(0, 10) <= day).sort((a, b) => a.at.localeCompare(b.at));
          const holds =
            period.validFrom <= day &&
            day < period.validUntil &&
            lastOf(known, ['revoked', 'reinstated'])?.type !== 'revoked' &&
            lastOf(known, ['suspended', 'suspension-lifted'])?.type !== 'suspended' &&
            lastOf(known, ['replaced', 'superseded']) === undefined;
          if (holds) certified++;
          expect(isCertifiedOn(period, [issued, ...events], day)).toBe(holds);
        },
      ),
      { numRuns: 1_000 },
    );
    expect(certified).toBeGreaterThan(100);
  });
  test('certifies by the day in Copenhagen: a revocation at half past midnight counts from the new day', () => {
    const events: CertificateEvent[] = [issued, { type: 'revoked', at: '2026-06-30T22:30:00.000Z' }];
    expect([isCertifiedOn(period, events, '2026-06-30'), isCertifiedOn(period, events, '2026-07-01')]).toEqual([
      true,
      false,
    ]);
  });
  test('has a status before and after its period too', () => {
    const then = (...types: CertificateEvent['type'][]) => [
      issued,
      ...types.map((type, n): CertificateEvent => ({ type, at: noon(addDays('2026-02-01', n)) })),
    ];
    expect([
      statusOn(period, then(), '2026-01-14'),
      statusOn(period, then(), '2028-01-15'),
      statusOn(period, then('suspended'), '2028-01-15'),
      statusOn(period, then('suspended', 'revoked'), '2028-01-15'),
      statusOn(period, then('suspended', 'revoked', 'reinstated'), '2026-03-01'),
      statusOn(period, then('superseded'), '2028-01-15'),
    ]).toEqual(['not-yet', 'expired', 'expired', 'revoked', 'suspended', 'superseded']);
  });
  test('has the same status whatever order its events are read in', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyEvent, { maxLength: 6, selector: ({ at }) => at }), anyDay, (events, day) => {
        expect(statusOn(period, [...events].reverse(), day)).toBe(statusOn(period, events, day));
      }),
    );
  });
  test('can be renewed from three months before its end', () =>
    expect([statusOn(period, [issued], '2027-10-14'), statusOn(period, [issued], '2027-10-15')]).toEqual([
      'valid',
      'renewal-open',
    ]));
});

test('that takes over an earlier period does not certify before its day of issue', () => {
  const events: CertificateEvent[] = [{ type: 'issued', at: noon('2026-06-01') }];
  expect([statusOn(period, events, '2026-05-31'), statusOn(period, events, '2026-06-01')]).toEqual([
    'not-yet',
    'valid',
  ]);
});

test('that was revoked before its first day says so', () => {
  const events: CertificateEvent[] = [
    { type: 'issued', at: noon('2026-01-01') },
    { type: 'revoked', at: noon('2026-01-02') },
  ];
  expect([statusOn(period, events, '2026-01-01'), statusOn(period, events, '2026-01-02')]).toEqual([
    'not-yet',
    'revoked',
  ]);
});

test('renewal opens earlier if the course says so', () =>
  expect(statusOn({ ...period, renewalOpens: '2026-03-01' }, [issued], '2026-03-01')).toBe('renewal-open'));

test.each([
  ['nothing', [], { revocation: false, suspension: false }],
  ['a suspension', ['suspended'], { revocation: false, suspension: true }],
  ['a suspension that was lifted', ['suspended', 'suspension-lifted'], { revocation: false, suspension: false }],
  ['a revocation', ['revoked'], { revocation: true, suspension: false }],
  ['a revocation taken back', ['revoked', 'reinstated'], { revocation: false, suspension: false }],
  ['a change of name', ['replaced'], { revocation: true, suspension: false }],
  ['a renewal', ['superseded'], { revocation: true, suspension: false }],
] as const)('a badge is withdrawn after these events, finally or temporarily: %s', (_, types, withdrawn) =>
  expect(withdrawnBy(types.map((type) => ({ type, at: noon('2026-06-01') })))).toEqual(withdrawn),
);

test('a certificate is live as long as its status can still change', () =>
  expect(
    (['not-yet', 'valid', 'renewal-open', 'suspended', 'expired', 'revoked', 'replaced', 'superseded'] as const).filter(
      isLive,
    ),
  ).toEqual(['not-yet', 'valid', 'renewal-open', 'suspended']));

describe('the period of a certificate', () => {
  test('is a number of calendar months; a day that the month lacks becomes its last day', () => {
    expect(periodOf({ issuedOn: '2024-02-29', months: 24 })).toEqual({
      validFrom: '2024-02-29',
      validUntil: '2026-02-28',
    });
    expect(periodOf({ issuedOn: '2026-08-31', months: 6 }).validUntil).toBe('2027-02-28');
  });
  test('continues the old period after an early renewal, and begins on the day of issue if that had ended', () => {
    const from = (previousValidUntil: string) =>
      periodOf({ issuedOn: '2026-05-10', months: 24, previousValidUntil }).validUntil;
    expect([from('2026-07-01'), from('2026-05-10'), from('2026-02-01')]).toEqual([
      '2028-07-01',
      '2028-05-10',
      '2028-05-10',
    ]);
  });
  test('ends on the same date some months later, or on the last day of a shorter month', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (issuedOn, months) => {
        const { validFrom, validUntil } = periodOf({ issuedOn, months });
        const [year, month, date] = issuedOn.split('-').map(Number) as [number, number, number];
        const lastDate = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
        const end = new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDate)));
        expect([validFrom, validUntil]).toEqual([issuedOn, end.toISOString().slice(0, 10)]);
      }),
    );
  });
  test('is never shortened by renewing early', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -900, max: 900 }), (issuedOn, n) => {
        const previousValidUntil = addDays(issuedOn, n);
        const renewed = periodOf({ issuedOn, months: 24, previousValidUntil });
        expect(renewed.validUntil >= previousValidUntil).toBe(true);
        expect(renewed.validUntil >= periodOf({ issuedOn, months: 24 }).validUntil).toBe(true);
      }),
    );
  });
});

test('a certificate number is the year and a running number', () =>
  expect(certificateNumber(2026, 417)).toBe('2026-00417'));
