import type { Kysely } from 'kysely';
import { up as firstTables } from './2026-11-24-0900-first-tables.ts';
import { up as appeals } from './2026-11-24-1500-appeals.ts';
import { up as namesAreAdded } from './2026-11-25-1250-names-are-added.ts';
import { up as mailIsTaken } from './2026-11-25-1447-mail-is-taken.ts';
import { up as attendanceCorrections } from './2026-11-25-1500-attendance-corrections.ts';
import { up as languageOfLetters } from './2026-11-25-1530-language-of-letters.ts';
import { up as badges } from './2026-11-25-2000-badges.ts';
import { up as chainOfCertificates } from './2026-11-25-2015-chain-of-certificates.ts';
import { up as issueRuns } from './2026-11-25-2030-issue-runs.ts';
import { up as certificateLooks } from './2026-11-25-2045-certificate-looks.ts';
import { up as attendanceProofs } from './2026-11-25-2200-attendance-proofs.ts';
import { up as operations } from './2026-11-26-0900-operations.ts';
import { up as oneSpellingOfStates } from './2026-11-29-1200-one-spelling-of-states.ts';
import { up as stuckRecords } from './2026-11-29-1205-stuck-records.ts';
import { up as filesAreSwept } from './2026-11-29-1210-files-are-swept.ts';
import { up as reservedNumbers } from './2026-11-29-1230-reserved-numbers.ts';
import { up as importRuns } from './2026-11-29-1240-import-runs.ts';
import { up as courseDaySessions } from './2026-11-29-1320-course-day-sessions.ts';
import { up as signingCertificates } from './2026-11-29-1325-signing-certificates.ts';
import { up as whoGuides } from './2026-11-29-1330-who-guides.ts';
import { up as whatWasKnown } from './2026-11-29-1340-what-was-known.ts';
import { up as searchKeys } from './2026-11-29-1350-search-keys.ts';
import { up as emailChanges } from './2026-11-29-1351-email-changes.ts';
import { up as importWaits } from './2026-11-29-1352-import-waits.ts';
import { up as workByLeader } from './2026-11-29-1910-work-by-leader.ts';
import { up as affiliationCorrections } from './2026-11-29-1940-affiliation-corrections.ts';
import { up as decisionsOnce } from './2026-11-29-1945-decisions-once.ts';
import { up as personLookups } from './2026-11-29-1950-person-lookups.ts';
import { up as registerIsPaged } from './2026-11-29-2030-register-is-paged.ts';
import { up as joinedRecords } from './2026-11-29-2040-joined-records.ts';
import { up as guidanceSaysMore } from './2026-11-29-2100-guidance-says-more.ts';
import { up as agreements } from './2026-11-29-2110-agreements.ts';
import { up as meetings } from './2026-11-29-2111-meetings.ts';
import { up as outreach } from './2026-11-29-2112-outreach.ts';
import { up as network } from './2026-11-29-2113-network.ts';
import { up as peerSessions } from './2026-11-29-2114-peer-sessions.ts';
import { up as librariesClose } from './2026-11-30-0400-libraries-close.ts';
import { up as whoServes } from './2026-11-30-0401-who-serves.ts';
import { up as figuresOfPlaces } from './2026-11-30-0402-figures-of-places.ts';
import { up as waves } from './2026-11-30-0410-waves.ts';
import { up as invitations } from './2026-11-30-0411-invitations.ts';
import { up as overrides } from './2026-11-30-0420-overrides.ts';
import { up as evidenceAndWhoSaysIt } from './2026-11-30-0421-evidence-and-who-says-it.ts';
import { up as evidenceRequests } from './2026-11-30-0422-evidence-requests.ts';
import { up as rolloutDates } from './2026-11-30-0440-rollout-dates.ts';
import { up as readinessTouches } from './2026-11-30-0441-readiness-touches.ts';
import { up as decisionsTouchReadiness } from './2026-11-30-0442-decisions-touch-readiness.ts';
import { up as snapshots } from './2026-11-30-0450-snapshots.ts';
import { up as reports } from './2026-11-30-0451-reports.ts';
import { up as helpPoints } from './2026-11-30-0500-help-points.ts';
import { up as signOffs } from './2026-11-30-0500-sign-offs.ts';
import { up as peerSeatsAndDoneSteps } from './2026-11-30-0510-peer-seats-and-done-steps.ts';
import { up as campaignSignups } from './2026-11-30-0511-campaign-signups.ts';
import { up as attemptsRemember } from './2026-11-30-0830-attempts-remember.ts';
import { up as exerciseTries } from './2026-11-30-0840-exercise-tries.ts';
import { up as practice } from './2026-11-30-0860-practice.ts';
import { up as ownNotes } from './2026-11-30-0900-own-notes.ts';
import { up as seatsOfADay } from './2026-11-30-1000-seats-of-a-day.ts';
import { up as regrets } from './2026-11-30-1100-regrets.ts';
import { up as formsDoneOnce } from './2026-11-30-1400-forms-done-once.ts';
import { up as stepRatings } from './2026-11-30-1410-step-ratings.ts';
import { up as doubleGradings } from './2026-11-30-1420-double-gradings.ts';
import type { Engine } from './table-kit.ts';

/** Every migration in order, named as its file. They only add up; one that is merged is never edited. */
export const migrations: Record<string, (db: Kysely<any>, engine: Engine) => Promise<void>> = {
  '2026-11-24-0900-first-tables': firstTables,
  '2026-11-24-1500-appeals': appeals,
  '2026-11-25-1250-names-are-added': namesAreAdded,
  '2026-11-25-1447-mail-is-taken': mailIsTaken,
  '2026-11-25-1500-attendance-corrections': attendanceCorrections,
  '2026-11-25-1530-language-of-letters': languageOfLetters,
  '2026-11-25-2000-badges': badges,
  '2026-11-25-2015-chain-of-certificates': chainOfCertificates,
  '2026-11-25-2030-issue-runs': issueRuns,
  '2026-11-25-2045-certificate-looks': certificateLooks,
  '2026-11-25-2200-attendance-proofs': attendanceProofs,
  '2026-11-26-0900-operations': operations,
  '2026-11-29-1200-one-spelling-of-states': oneSpellingOfStates,
  '2026-11-29-1205-stuck-records': stuckRecords,
  '2026-11-29-1210-files-are-swept': filesAreSwept,
  '2026-11-29-1230-reserved-numbers': reservedNumbers,
  '2026-11-29-1240-import-runs': importRuns,
  '2026-11-29-1320-course-day-sessions': courseDaySessions,
  '2026-11-29-1325-signing-certificates': signingCertificates,
  '2026-11-29-1330-who-guides': whoGuides,
  '2026-11-29-1340-what-was-known': whatWasKnown,
  '2026-11-29-1350-search-keys': searchKeys,
  '2026-11-29-1351-email-changes': emailChanges,
  '2026-11-29-1352-import-waits': importWaits,
  '2026-11-29-1910-work-by-leader': workByLeader,
  '2026-11-29-1940-affiliation-corrections': affiliationCorrections,
  '2026-11-29-1945-decisions-once': decisionsOnce,
  '2026-11-29-1950-person-lookups': personLookups,
  '2026-11-29-2030-register-is-paged': registerIsPaged,
  '2026-11-29-2040-joined-records': joinedRecords,
  '2026-11-29-2100-guidance-says-more': guidanceSaysMore,
  '2026-11-29-2110-agreements': agreements,
  '2026-11-29-2111-meetings': meetings,
  '2026-11-29-2112-outreach': outreach,
  '2026-11-29-2113-network': network,
  '2026-11-29-2114-peer-sessions': peerSessions,
  '2026-11-30-0400-libraries-close': librariesClose,
  '2026-11-30-0401-who-serves': whoServes,
  '2026-11-30-0402-figures-of-places': figuresOfPlaces,
  '2026-11-30-0410-waves': waves,
  '2026-11-30-0411-invitations': invitations,
  '2026-11-30-0420-overrides': overrides,
  '2026-11-30-0421-evidence-and-who-says-it': evidenceAndWhoSaysIt,
  '2026-11-30-0422-evidence-requests': evidenceRequests,
  '2026-11-30-0440-rollout-dates': rolloutDates,
  '2026-11-30-0441-readiness-touches': readinessTouches,
  '2026-11-30-0442-decisions-touch-readiness': decisionsTouchReadiness,
  '2026-11-30-0450-snapshots': snapshots,
  '2026-11-30-0451-reports': reports,
  '2026-11-30-0500-help-points': helpPoints,
  '2026-11-30-0500-sign-offs': signOffs,
  '2026-11-30-0510-peer-seats-and-done-steps': peerSeatsAndDoneSteps,
  '2026-11-30-0511-campaign-signups': campaignSignups,
  '2026-11-30-0830-attempts-remember': attemptsRemember,
  '2026-11-30-0840-exercise-tries': exerciseTries,
  '2026-11-30-0860-practice': practice,
  '2026-11-30-0900-own-notes': ownNotes,
  '2026-11-30-1000-seats-of-a-day': seatsOfADay,
  '2026-11-30-1100-regrets': regrets,
  '2026-11-30-1400-forms-done-once': formsDoneOnce,
  '2026-11-30-1410-step-ratings': stepRatings,
  '2026-11-30-1420-double-gradings': doubleGradings,
};
