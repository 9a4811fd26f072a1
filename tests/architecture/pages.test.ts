import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import routes from '#app/routes.ts';
import { descriptionOf } from '#app/server/description-of.server.ts';
import { usage } from '#app/toolkit/arguments.ts';
import danishDescriptions from '#app/words/da/description.json';
import danish from '#app/words/da/help.json';
import englishDescriptions from '#app/words/en/description.json';
import english from '#app/words/en/help.json';
import { excused, isAddressOf, looks } from '../e2e/pages.ts';

type Route = { file: string; path?: string; index?: boolean };

/** A route with a component is a page; the others answer with data, a file or another address. */
const pages = (routes as Route[])
  .filter(({ file }) => /export default /.test(readFileSync(`app/${file}`, 'utf8')))
  .map(({ path, index }) => (index ? '/' : path!));

test('every page is looked at on a small screen, or excused by name', () => {
  expect([...Object.keys(looks), ...Object.keys(excused)].sort()).toEqual([...pages].sort());
});

test('an address of the small-screen test belongs to the route it is listed under', () => {
  const strange = Object.entries(looks).flatMap(([route, ways]) =>
    ways.filter(({ go, press }) => !press && !isAddressOf(route, go.split('?')[0]!)).map(({ go }) => [route, go]),
  );
  expect(strange).toEqual([]);
});

/** Where the help speaks of each page, in Danish and in English. */
const helped: Record<string, [da: string, en: string]> = {
  'sign-in': ['Kommer der ingen mail', 'If no e-mail comes'],
  'sign-in/code': ['Koden gælder i 10 minutter', 'The code is valid for 10 minutes'],
  profile: ['Tryk på dit navn øverst', 'Press your name at the top'],
  'my-certificate': ['Mit bevis viser', 'My certificate shows'],
  courses: ['find et hold under Kurser', 'find a hold under Courses'],
  'courses/:course': ['Åbn et kursus for at se', 'Open a course to see'],
  'courses/:course/sample': ['Du kan også læse en lektion', 'You can also read a lesson'],
  'courses/:course/drafts/:draft': ['Læs kladden, før den udgives', 'Read the draft before it is published'],
  'courses/:course/drafts/:draft/steps/:step': ['Åbn et trin i kladden', 'Open a step of the draft'],
  'courses/:course/drafts/:draft/banks/:bank': ['Gennemser du en kladde', 'If you review a draft'],
  'seats/:holdId': ['bede om en plads, ser du først', 'ask for a seat, you first see'],
  'enrolments/:enrolmentId/steps/:step': ['Er et trin lukket', 'If a step is closed'],
  'enrolments/:enrolmentId/steps/:step/dialogues/:dialogue': ['vælger du, hvad du siger', 'you choose what you say'],
  'enrolments/:enrolmentId/steps/:step/questions/:slot': ['hvert svar gemt', 'every answer is saved'],
  'enrolments/:enrolmentId/steps/:step/review': ['rette svar, til du afleverer', 'change answers until you hand in'],
  'enrolments/:enrolmentId/steps/:step/note': ['Skriv en note ved siden af', 'Write a note beside'],
  'enrolments/:enrolmentId/steps/:step/rating': ['Bedøm et trin', 'Rate a step'],
  'my-notes': ['Dine noter og bogmærker står', 'Your notes and bookmarks stand'],
  'my-letters': ['Breve til dig viser', 'Letters to you shows'],
  glossary: ['Ordlisten forklarer', 'The glossary explains'],
  practice: ['Øv dig fem minutter om ugen', 'Practise for five minutes a week'],
  'practice/ask': ['får du et vink', 'you get a hint'],
  offline: ['Uden net kan du stadig læse', 'Without a network you can still read'],
  guidance: ['Log en vejledning', 'Log a guidance session'],
  grading: ['Bedømmelse viser køen', 'Grading shows the queue'],
  'grading/:submissionId': ['Tag en opgave, før', 'Take a practical before'],
  'appeals/:appealId': ['Klager har deres egen liste', 'Appeals have a list of their own'],
  holds: ['Under Hold ser du', 'Under Holds you see'],
  'holds/:holdId': ['hvem der er gået i stå', 'who is stuck'],
  'holds/:holdId/days/:courseDayId': ['Notér fremmøde på kursusdagen', 'Note attendance of the course day'],
  'holds/:holdId/import': ['fra en CSV-fil', 'from a CSV file'],
  'holds/:holdId/questions': ['hvilke spørgsmål der er svære', 'which questions are hard'],
  'holds/:holdId/ratings': ['Se, hvad vejlederne synes', 'See what the advisers think'],
  'holds/editions/:course': ['Vælg Se alle hold på kurset', 'Choose See all holds of the course'],
  'holds/:holdId/edition': ['Vælg Se kursets version', "Choose See the course's edition"],
  'holds/:holdId/certificates': ['vælg Se og udsted beviser', 'choose See and issue certificates'],
  'holds/:holdId/people/:enrolmentId': ['Åbn en person for at give', 'Open a person to give'],
  monday: ['Mandag viser', 'Monday shows'],
  forecast: ['Prognosen viser chancen', 'The forecast shows the chance'],
  rollout: ['Under Udrulning ser du', 'Under Rollout you see'],
  'rollout/waves/:waveId': ['Åbn en bølge for at', 'Open a wave to move'],
  'rollout/waves/:waveId/sign-off': ['Klargør bølgen til underskrift', 'Prepare the wave for signing'],
  'rollout/invitations': ['Invitér tjenesterne under Udrulning', 'Invite the services under Rollout'],
  'answer/:secret': ['svarer med linket i brevet', 'answer by the link in the letter'],
  readiness: ['Overblikket svarer', 'The overview answers'],
  'readiness/map': ['Kortet viser', 'The map shows'],
  'readiness/figures': ['Under Tal ser du', 'Under Figures you see'],
  'readiness/compare': ['Sammenlign to dage', 'Compare two days'],
  'readiness/questions/:question': ['Spørgsmålene under overblikket', 'The questions under the overview'],
  'readiness/report': ['Under Rapport fryser du', 'Under Report you freeze'],
  'readiness/overrides': ['Giv en undtagelse under', 'Give an override under'],
  'readiness/to-confirm': ['venter under Venter på bekræftelse', 'waits under Waits for confirmation'],
  'evidence/:evidenceId': ['Åbn dokumentationen fra kommunens historik', 'Open the evidence from the history'],
  'readiness/ask': ['Bed om dokumentation sender', 'Ask for evidence sends'],
  'readiness/policy': ['Under Regler prøver du', 'Under Rules you try'],
  'municipalities/:code': ['Åbn en kommune', 'Open a municipality'],
  obligations: ['Under Forpligtelser ser du', 'Under Obligations you see'],
  'guidance-log': ['Under Vejledninger ser du', 'Under Guidance you see'],
  'guidance-log/:solution': ['en liste til den, der ejer løsningen', 'a list for the owner of the solution'],
  partners: ['Under Partnere står aftaler', 'Under Partners you find agreements'],
  'partners/agreements/:agreementId': ['Åbn en aftale for at hente', 'Open an agreement to download'],
  'partners/meetings/:meetingId': ['Skriv møder med interessenter ind', 'Record meetings with stakeholders'],
  'partners/outreach/:outreachId': ['Skriv det opsøgende arbejde ind', 'Record outreach under Partners'],
  'partners/network': ['Skriv til alle kontaktpersoner', 'Write to all contact persons'],
  'partners/messages/:messageId': ['bagefter hvem der fik brevet', 'afterwards who got the letter'],
  'partners/sessions/:sessionId': ['Skriv sidemandsoplæring ind', 'Record sessions with colleagues'],
  places: ['Under Steder finder du', 'Under Places you find'],
  'places/new': ['Åbn et nyt bibliotek med', 'Open a new library with'],
  'places/import': ['Hent biblioteker, målgruppens tal', 'Import libraries, figures of the target group'],
  'places/serving': ['Under Hvem betjener hvilken kommune', 'Under Who serves which municipality'],
  'places/serving/:code': ['skifte tjeneste fra en dag', 'change the service from a day on'],
  'places/:library': ['rette navn og sted', 'correct its name and place'],
  'places/:library/close': ['ser du først, hvad der sker med folkene', 'first see what happens to the people'],
  'find-help': ['Borgerne finder jer på', 'Citizens find you on'],
  'open-data': ['hentes som åbne data', 'downloaded as open data'],
  'help-points': ['Under Offentlig side ser du', 'Under Public page you see'],
  'help-points/:serviceId': ['Åbn et bibliotek for at skrive', 'Open a library to write'],
  certificates: ['Under Beviser finder du', 'Under Certificates you find'],
  'certificates/:number': ['Før du tilbagekalder', 'Before you revoke'],
  'confirm-email/:secret': ['Skift selv din mail', 'Change your e-mail yourself'],
  people: ['Under Personer opretter du', 'Under People you add'],
  'people/:personId': ['giver og tager roller', 'give and take roles'],
  'people/:personId/work': ['Ret en ansættelse under', 'Correct an employment under'],
  lookups: ['Under Opslag ser du', 'Under Look-ups you see'],
  'people/join': ['Saml med en anden registrering', 'Join with another record'],
  operations: ['Under Drift ser du', 'Under Operations you see'],
  search: ['Søg finder', 'Search finds'],
  check: ['skriv koden under Kontrollér et bevis', 'enter the code under Check a certificate'],
  'r/:code': ['Koden på en rapport fører til', 'The code on a report leads to'],
  'v/:code': ['om beviset gælder i dag', 'whether the certificate is valid today'],
  'achievements/:course/:edition': ['Et Open Badge fører', 'An Open Badge leads'],
};

/** Pages that say themselves what they are for. */
const selfExplaining = ['/', 'help', 'privacy', 'accessibility', 'contact', '*'];

test('every page has a line in the help, or says itself what it is for', () => {
  expect([...Object.keys(helped), ...selfExplaining].sort()).toEqual([...pages].sort());
});

test.each([
  ['Danish', danish.help, 0],
  ['English', english.help, 1],
] as const)('the help has the line about each page in %s', (_, help, language) => {
  const said = help.sections.flatMap(({ text }) => text).join('\n');
  const missing = Object.entries(helped).filter(([, line]) => !said.includes(line[language]));
  expect(missing).toEqual([]);
});

/** An address without a page is answered with 404, so no search engine lists it. */
const described = pages.filter((page) => page !== '*');

test.each([
  ['Danish', danishDescriptions],
  ['English', englishDescriptions],
] as const)('every page has a description of its own for search engines: %s', (_, descriptions) => {
  expect(Object.keys(descriptions).sort()).toEqual([...described].sort());
  const texts = Object.values(descriptions);
  expect(new Set(texts).size).toBe(texts.length);
  // Search engines cut what is longer.
  expect(texts.filter((text) => text.length < 50 || text.length > 160)).toEqual([]);
});

test('every page writes the description that belongs to its address and language', () => {
  for (const page of described) {
    const path = page === '/' ? '/' : `/${page.replace(/:\w+/g, '2026-x')}`;
    for (const [language, descriptions] of [
      ['da', danishDescriptions],
      ['en', englishDescriptions],
    ] as const) {
      const description = descriptionOf(path, language);
      expect(description, path).toBe(descriptions[page as keyof typeof descriptions]);
      const written = pageMeta({ data: { title: 'A page' }, matches: [{ data: { description } }] } as never);
      expect(written).toContainEqual({ name: 'description', content: description });
    }
  }
  const files = (routes as Route[]).filter(
    ({ file, path, index }) => /tsx$/.test(file) && (index || described.includes(path!)),
  );
  const silent = files.filter(
    ({ file }) => !readFileSync(`app/${file}`, 'utf8').includes('export const meta = pageMeta;'),
  );
  expect(silent).toEqual([]);
});

/** The verbs in the code: `case 'verify':`, `verb === 'add'`, and the second words of `certificates keys`. */
const verbsInCode = sourceFiles('app/toolkit').flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/\bcase '([a-z-]+)'|\b(?:verb|args\[0\]) [!=]== '([a-z-]+)'/g)].map(
    ([, one, other]) => (one ?? other)!,
  ),
);

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file}`);
}

/** The verbs in the usage, by area; `certificates keys rotate file|badge` is `keys` and `rotate`. */
function verbsInUsage(): { area: string; verb: string }[] {
  let area = '';
  return usage
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const [, begun, rest] = /^ {2}(\w+)? *(.*)$/.exec(line)!;
      area = begun ?? area;
      return rest!
        .split(' | ')
        .flatMap((way) => /^(?:[a-z][a-z-]*(?: |$))*/.exec(way)![0].split(' ').filter(Boolean))
        .map((verb) => ({ area, verb }));
    });
}

test('the usage names every verb of the toolkit', () => {
  const named = verbsInUsage().map(({ verb }) => verb);
  expect(verbsInCode.length).toBeGreaterThan(20);
  expect(verbsInCode.filter((verb) => !named.includes(verb))).toEqual([]);
});

test('the README shows every verb of the toolkit in the lines of its area', () => {
  const lines = readFileSync('README.md', 'utf8').split('\n');
  const unsaid = verbsInUsage().filter(({ area, verb }) => {
    const ofArea = lines.filter((line) => line.startsWith(`npm run -s toolkit -- ${area} `)).join('\n');
    return !new RegExp(`(?<![\\w-])${verb}(?![\\w-])`).test(ofArea);
  });
  expect(unsaid).toEqual([]);
});
