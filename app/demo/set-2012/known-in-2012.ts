/** The day of the talk that the facts come from. What it says without a day stands on this day, and says so. */
export const dayOfTheTalk = '2012-05-09';
const source = 'Kilde: oplæg af 9. maj 2012.';
const noDay = 'Dagen er ikke oplyst; her står dagen for oplægget.';

export const pilotNote = `Pilotbibliotek. Vejlederne er uddannet; hvor mange er ikke oplyst. ${noDay} ${source}`;

/** The agreement between the two agencies. How long it holds is not known, so it stands until the end of the year. */
export const agreement = {
  partner: 'Erhvervsstyrelsen og Kulturstyrelsen',
  about: 'Bibliotekerne hjælper med digital selvbetjening. Periode ikke oplyst; her fra oplægget og året ud.',
  signedBy: 'Ikke oplyst',
  lastDay: '2012-12-31',
};

export const meetings = [
  {
    partners: 'Nationale interessenter',
    decisions: `Holdt. Hvad der blev besluttet, er ikke oplyst. ${noDay} ${source}`,
  },
  {
    partners: 'Lokale interessenter ved pilotbibliotekerne',
    decisions: `Holdt. Hvor og hvad der blev besluttet, er ikke oplyst. ${noDay} ${source}`,
  },
];

const effort = `Antal og sted er ikke oplyst; 1 betyder, at det er gjort. ${noDay} ${source}`;
export const efforts = [
  { channel: 'advertisements', place: 'Pilotkommunerne', note: effort },
  { channel: 'posters', place: 'Pilotkommunerne', note: effort },
  { channel: 'flyers', place: 'Pilotkommunerne', note: effort },
  {
    channel: 'local-paper',
    place: 'En lokal avis ved et af pilotbibliotekerne',
    note: `En administrativ medarbejder læste om tilbuddet og kørte 14 km. ${effort}`,
  },
];

/** The rollout is planned for the autumn; its first day stands for it. */
export const rollout = {
  day: '2012-09-01',
  note: `Landsdækkende udrulning er planlagt til efteråret 2012. Dagen er ikke fastsat; her står efterårets første dag. ${source}`,
};

/** Help with the VAT return and with NemRefusion, once the rights at SKAT that were missing were in place. */
export const guidance = ['vat', 'nemrefusion'].map((topic) => ({
  ...{ topic, outcome: 'completed', blocked: 'rights-missing', channel: 'local-paper', distance: '5-15' },
}));
