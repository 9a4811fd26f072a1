import 'i18next';
import type { catalogueWords } from './catalogue.ts';
import type fileCheck from './da/file-check.json';
import type mail from './da/mail.json';
import type { words } from './da.ts';
import type { guidanceWords } from './guidance.ts';
import type { helpPointWords } from './help-points.ts';
import type { informationWords } from './information.ts';
import type { mondayWords } from './monday.ts';
import type { offlineWords } from './offline.ts';
import type { paperWords } from './papers.ts';
import type { partnerWords } from './partners.ts';
import type { placesWords } from './places.ts';
import type { practiceWords } from './practice.ts';
import type { publicHelpWords } from './public-help.ts';
import type { publicWords } from './public-pages.ts';
import type { ratingWords } from './rating.ts';
import type { reportPageWords } from './report.ts';
import type { rolloutWords } from './rollout.ts';
import type { staffWords } from './staff.ts';
import type { studyWords } from './study.ts';
import type { surroundingsWords } from './surroundings.ts';
import type { viewWords } from './views.ts';
import type { wayWords } from './way.ts';

/**
 * Every key that `t` is asked for is checked against these words: a key that is not there, or a built one
 * (`question.hint.${kind}`) that may come out as one that is not there, is a type error.
 */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof words &
      typeof catalogueWords.da &
      typeof staffWords.da &
      typeof informationWords.da &
      typeof guidanceWords.da &
      typeof mondayWords.da &
      typeof viewWords.da &
      typeof offlineWords.da &
      typeof paperWords.da &
      typeof partnerWords.da &
      typeof placesWords.da &
      typeof practiceWords.da &
      typeof ratingWords.da &
      typeof reportPageWords.da &
      typeof rolloutWords.da &
      typeof helpPointWords.da &
      typeof publicHelpWords.da &
      typeof publicWords.da &
      typeof studyWords.da &
      typeof surroundingsWords.da &
      typeof wayWords.da & {
        mail: typeof mail;
        'file-check': typeof fileCheck;
      };
  }
}
