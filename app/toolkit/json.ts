import { certificatesJson } from './json/certificates.ts';
import { curriculumJson } from './json/curriculum.ts';
import { databaseJson } from './json/database.ts';
import { guidanceJson } from './json/guidance.ts';
import { partnersJson } from './json/partners.ts';
import { peopleJson } from './json/people.ts';
import { placesJson } from './json/places.ts';
import { practiceJson } from './json/practice.ts';
import { readinessJson } from './json/readiness.ts';
import { rolloutJson } from './json/rollout.ts';
import { snapshotsJson } from './json/snapshots.ts';

/**
 * What `--json` prints, verb by verb. Other programs read it, so every field is named here: a field that is added to an
 * object inside never gets out by itself. A value that is undefined is left out.
 */
export const json = {
  ...curriculumJson,
  ...certificatesJson,
  ...readinessJson,
  ...rolloutJson,
  ...guidanceJson,
  ...snapshotsJson,
  ...peopleJson,
  ...partnersJson,
  ...placesJson,
  ...practiceJson,
  ...databaseJson,
};
