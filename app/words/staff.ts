import danishAdmin from './da/admin.json';
import danishAgency from './da/agency.json';
import danishForecast from './da/forecast.json';
import danishLeader from './da/leader.json';
import englishAdmin from './en/admin.json';
import englishAgency from './en/agency.json';
import englishForecast from './en/forecast.json';
import englishLeader from './en/leader.json';
import { addWords } from './make-words.ts';

export const staffWords = {
  da: { admin: danishAdmin, agency: danishAgency, forecast: danishForecast, leader: danishLeader },
  en: { admin: englishAdmin, agency: englishAgency, forecast: englishForecast, leader: englishLeader },
};

/** A page for staff imports this file and so brings its words with it; advisers never fetch them. */
addWords(staffWords);
