import { isValid } from '#curriculum/certification/certificate-status.ts';
import type { CheckOutcome } from './check-certificate.server.ts';
import { attendanceOnly, type Verification } from './verification.ts';

/** The verdict that follows from what the register says about a code. */
export function verificationOf(outcome: Exclude<CheckOutcome, { reason: 'too-many' }>): Verification {
  if (!outcome.ok) return { verdict: 'not-genuine', reasons: ['unknown-code'], certificate: null };
  if (outcome.is === 'attendance')
    return { verdict: 'not-valid-now', reasons: [attendanceOnly], certificate: outcome.attendance };
  const { certificate } = outcome;
  const valid = isValid(certificate.status);
  return { verdict: valid ? 'valid' : 'not-valid-now', reasons: valid ? [] : [certificate.status], certificate };
}
