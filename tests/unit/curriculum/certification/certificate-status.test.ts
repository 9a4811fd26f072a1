import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#curriculum/calendar/calendar-day.ts';
import {
  type CertificateEvent,
  certificateNumber,
  isCertifiedOn,
  lastValidDay,
  periodOf,
  statusOn,
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

describe('certified on a day', () => {
  test('from the first day to the day before the end', () => {
    const on = (day: string) => isCertifiedOn(period, [issued], day);
    expect([on('2026-01-14'), on('2026-01-15'), on('2028-01-14'), on('2028-01-15')]).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(lastValidDay(period.validUntil)).toBe('2028-01-14');
  });
  test('never outside the period, whatever has happened', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 5 }), anyDay, (events, day) => {
        if (day < period.validFrom || day >= period.validUntil) expect(isCertifiedOn(period, events, day)).toBe(false);
      }),
    );
  });
  test('not from the day it was revoked, replaced or superseded, and as before until then', () => {
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
  test('again when a suspension is lifted or a revocation taken back', () => {
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
  test('the order in which events are read does not matter', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyEvent, { maxLength: 6, selector: ({ at }) => at }), anyDay, (events, day) => {
        expect(statusOn(period, [...events].reverse(), day)).toBe(statusOn(period, events, day));
      }),
    );
  });
  test('renewal opens three months before the end', () =>
    expect([statusOn(period, [issued], '2027-10-14'), statusOn(period, [issued], '2027-10-15')]).toEqual([
      'valid',
      'renewal-open',
    ]));
});

describe('the period', () => {
  test('is whole calendar months; a day that is missing becomes the last of its month', () => {
    expect(periodOf({ issuedOn: '2024-02-29', months: 24 })).toEqual({
      validFrom: '2024-02-29',
      validUntil: '2026-02-28',
    });
    expect(periodOf({ issuedOn: '2026-08-31', months: 6 }).validUntil).toBe('2027-02-28');
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

test('a number is the year and a running number', () => expect(certificateNumber(2026, 417)).toBe('2026-00417'));
