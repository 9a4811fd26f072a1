import danishReport from './da/report.json';
import englishReport from './en/report.json';
import { addWords } from './make-words.ts';

export const reportPageWords = { da: { report: danishReport }, en: { report: englishReport } };

/** The words of the report and of its check page come with those two pages. */
addWords(reportPageWords);
