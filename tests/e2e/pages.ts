import { shippedDraft } from '../shipped-draft.ts';

/** How somebody comes to a page: who they are (`nobody` has not signed in), where they go, and what they press there. */
export type Look = { who: string; go: string; press?: string[] };

const quiz = [
  '.next-action a.button-primary',
  // The attempt may be under way.
  'button[value=start-quiz], .next-action a.button-primary',
];
/** Pages of a draft, while an edition is one. */
const ofDraft = (who: string, page = ''): Look[] =>
  shippedDraft ? [{ who, go: `/courses/it-paedagogisk-vejleder/drafts/${shippedDraft}${page}` }] : [];
const hold = 'a:has-text("Midtjylland")';

/** Every page by its route, looked at on a small screen. A fast test fails when a page is neither here nor excused. */
export const looks: Record<string, Look[]> = {
  '/': [{ who: 'nobody', go: '/' }],
  'sign-in': [{ who: 'nobody', go: '/sign-in' }],
  'sign-in/code': [{ who: 'nobody', go: '/sign-in/code' }],
  profile: [{ who: 'Vera', go: '/profile' }],
  'my-certificate': [
    { who: 'Vera', go: '/my-certificate' },
    { who: 'Villy', go: '/my-certificate' },
  ],
  courses: [
    { who: 'Vera', go: '/courses' },
    { who: 'nobody', go: '/courses' },
  ],
  'courses/:course': [{ who: 'nobody', go: '/courses/it-paedagogisk-vejleder?check=1&answer=0' }],
  'courses/:course/sample': [{ who: 'nobody', go: '/courses/it-paedagogisk-vejleder/sample' }],
  'courses/:course/drafts/:draft': ofDraft('Karla'),
  'courses/:course/drafts/:draft/steps/:step': ofDraft('Karla', '/steps/m1'),
  'courses/:course/drafts/:draft/banks/:bank': ofDraft('Karla', '/banks/m1'),
  'seats/:holdId': [{ who: 'Nadia', go: '/courses', press: ['.hold-list a.button'] }],
  'enrolments/:enrolmentId/steps/:step': [
    { who: 'Vera', go: '/my-certificate', press: ['.next-action a.button-primary'] },
    { who: 'Vera', go: '/my-certificate', press: ['a:has-text("Den it-pædagogiske metode")'] },
    { who: 'Vera', go: '/my-certificate', press: ['a:has-text("Oplæg og navigationsseddel")'] },
  ],
  'enrolments/:enrolmentId/steps/:step/questions/:slot': [{ who: 'Vera', go: '/my-certificate', press: quiz }],
  'enrolments/:enrolmentId/steps/:step/review': [
    { who: 'Vera', go: '/my-certificate', press: [...quiz, 'a[href$="/review"]'] },
  ],
  practice: [
    { who: 'Vera', go: '/practice' },
    { who: 'Villy', go: '/practice' },
  ],
  'practice/ask': [{ who: 'Villy', go: '/practice', press: ['.next-action a.button-primary'] }],
  offline: [{ who: 'Vera', go: '/offline' }],
  'enrolments/:enrolmentId/steps/:step/rating': [
    { who: 'Vera', go: '/my-certificate', press: ['a:has-text("Den it-pædagogiske metode")', 'a[href$="/rating"]'] },
  ],
  guidance: [{ who: 'Vera', go: '/guidance' }],
  grading: [{ who: 'Karla', go: '/grading' }],
  'grading/:submissionId': [
    { who: 'Karla', go: '/grading', press: ['.next-action a.button-primary'] },
    { who: 'Karla', go: '/grading', press: ['.queue a'] },
  ],
  'appeals/:appealId': [{ who: 'Klaus', go: '/grading', press: ['a:has-text("Se klagen")'] }],
  holds: [{ who: 'Karla', go: '/holds' }],
  'holds/:holdId': [{ who: 'Karla', go: '/holds', press: [hold] }],
  'holds/:holdId/days/:courseDayId': [{ who: 'Karla', go: '/holds', press: [hold, 'a[href*="/days/"]'] }],
  'holds/:holdId/import': [{ who: 'Karla', go: '/holds', press: [hold, 'a[href$="/import"]'] }],
  'holds/:holdId/questions': [{ who: 'Karla', go: '/holds', press: [hold, 'a[href$="/questions"]'] }],
  'holds/:holdId/ratings': [{ who: 'Karla', go: '/holds', press: [hold, 'a[href$="/ratings"]'] }],
  'holds/editions/:course': [{ who: 'Karla', go: '/holds/editions/it-paedagogisk-vejleder' }],
  'holds/:holdId/edition': [{ who: 'Karla', go: '/holds', press: [hold, 'a[href$="/edition"]'] }],
  'holds/:holdId/certificates': [{ who: 'Karla', go: '/holds', press: [hold, 'main a[href$="/certificates"]'] }],
  'holds/:holdId/people/:enrolmentId': [{ who: 'Karla', go: '/holds', press: [hold, '.matrix a'] }],
  monday: [
    { who: 'Stine', go: '/monday' },
    { who: 'Kim', go: '/monday' },
  ],
  forecast: [
    { who: 'Stine', go: '/forecast' },
    { who: 'Stine', go: '/forecast?holds=2&test=1' },
  ],
  rollout: [
    { who: 'Stine', go: '/rollout' },
    { who: 'Kim', go: '/rollout' },
  ],
  'rollout/waves/:waveId': [
    { who: 'Stine', go: '/rollout/waves/new' },
    { who: 'Stine', go: '/rollout', press: ['.wave h3 a'] },
  ],
  'rollout/waves/:waveId/sign-off': [
    { who: 'Stine', go: '/rollout', press: ['.next-action a'] },
    { who: 'Stine', go: '/rollout', press: ['.wave:nth-of-type(3) h3 a', 'a[href$="/sign-off"]'] },
  ],
  'rollout/invitations': [{ who: 'Stine', go: '/rollout/invitations' }],
  'answer/:secret': [{ who: 'nobody', go: '/answer/ukendt' }],
  readiness: [
    { who: 'Stine', go: '/readiness' },
    { who: 'Stine', go: '/readiness?gate=aftale&sort=oldest&people=opfyldt' },
    { who: 'Stine', go: '/readiness?asOf=2028-06-01' },
  ],
  'readiness/map': [
    { who: 'Stine', go: '/readiness/map?place=0615' },
    { who: 'Kim', go: '/readiness/map?layer=staffing' },
  ],
  'readiness/figures': [
    { who: 'Stine', go: '/readiness/figures' },
    { who: 'Kim', go: '/readiness/figures' },
  ],
  'readiness/compare': [
    { who: 'Stine', go: '/readiness/compare?from=2026-06-01' },
    { who: 'Stine', go: '/readiness/compare?from=2030-01-01' },
  ],
  'readiness/questions/:question': [
    { who: 'Stine', go: '/readiness/questions/expiring?month=2027-03' },
    { who: 'Stine', go: '/readiness/questions/shortage' },
    { who: 'Stine', go: '/readiness/questions/compare?since=2026-01-01' },
  ],
  'readiness/report': [{ who: 'Stine', go: '/readiness/report' }],
  'readiness/overrides': [{ who: 'Stine', go: '/readiness/overrides' }],
  'readiness/to-confirm': [{ who: 'Stine', go: '/readiness/to-confirm' }],
  'evidence/:evidenceId': [
    { who: 'Stine', go: '/readiness/to-confirm', press: ['tbody a[href^="/evidence/"]:not([href$="document"])'] },
  ],
  'readiness/ask': [{ who: 'Stine', go: '/readiness/ask?gate=daekning' }],
  'readiness/policy': [{ who: 'Stine', go: '/readiness/policy' }],
  'municipalities/:code': [{ who: 'Stine', go: '/municipalities/0657' }],
  obligations: [{ who: 'Stine', go: '/obligations' }],
  'guidance-log': [{ who: 'Stine', go: '/guidance-log' }],
  'guidance-log/:solution': [{ who: 'Stine', go: '/guidance-log/tastselv-erhverv' }],
  partners: [
    { who: 'Stine', go: '/partners' },
    { who: 'Kim', go: '/partners' },
  ],
  'partners/agreements/:agreementId': [
    { who: 'Stine', go: '/partners/agreements/new' },
    { who: 'Stine', go: '/partners', press: ['.figure summary', '.figure tbody th a'] },
  ],
  'partners/meetings/:meetingId': [
    { who: 'Stine', go: '/partners/meetings/new' },
    { who: 'Stine', go: '/partners', press: ['a[href^="/partners/meetings/0"]'] },
  ],
  'partners/outreach/:outreachId': [
    { who: 'Stine', go: '/partners/outreach/new' },
    { who: 'Stine', go: '/partners', press: ['summary:has-text("Vis de seneste")', 'a[href^="/partners/outreach/0"]'] },
  ],
  'partners/network': [{ who: 'Stine', go: '/partners/network' }],
  'partners/messages/:messageId': [{ who: 'Stine', go: '/partners', press: ['a[href^="/partners/messages/"]'] }],
  'partners/sessions/:sessionId': [
    { who: 'Kim', go: '/partners/sessions/new' },
    { who: 'Stine', go: '/partners', press: ['a[href^="/partners/sessions/0"]'] },
  ],
  'help-points': [{ who: 'Stine', go: '/help-points' }],
  'help-points/:serviceId': [{ who: 'Kim', go: '/help-points', press: ['tbody th a'] }],
  certificates: [{ who: 'Stine', go: '/certificates' }],
  'certificates/:number': [{ who: 'Stine', go: '/certificates', press: ['tbody th a'] }],
  'confirm-email/:secret': [{ who: 'nobody', go: '/confirm-email/brugt' }],
  people: [
    { who: 'Arne', go: '/people' },
    { who: 'Arne', go: '/people?find=Vera' },
  ],
  lookups: [{ who: 'Arne', go: '/lookups' }],
  operations: [{ who: 'Arne', go: '/operations' }],
  'people/:personId': [{ who: 'Arne', go: '/people?find=Vera', press: ['tbody th a'] }],
  'people/:personId/work': [{ who: 'Stine', go: '/municipalities/0657', press: ['a[href$="/work"]'] }],
  places: [{ who: 'Stine', go: '/places' }],
  'places/new': [{ who: 'Stine', go: '/places/new' }],
  'places/import': [{ who: 'Stine', go: '/places/import' }],
  'places/serving': [{ who: 'Stine', go: '/places/serving' }],
  'places/serving/:code': [{ who: 'Stine', go: '/places/serving/0563?service=tjeneste-0561&from=2027-01-01' }],
  'places/:library': [{ who: 'Stine', go: '/places/765700' }],
  'places/:library/close': [{ who: 'Stine', go: '/places/765700/close?day=2027-03-01&successor=761500&people=move' }],
  'people/join': [{ who: 'Arne', go: '/people/join' }],
  search: [
    { who: 'Karla', go: '/search?find=vi' },
    { who: 'Vera', go: '/search?find=metode' },
  ],
  glossary: [{ who: 'nobody', go: '/glossary' }],
  'my-notes': [{ who: 'Vera', go: '/my-notes' }],
  'my-letters': [{ who: 'Vera', go: '/my-letters' }],
  'find-help': [
    { who: 'nobody', go: '/find-help' },
    { who: 'nobody', go: '/find-help?place=herning' },
  ],
  'open-data': [{ who: 'nobody', go: '/open-data' }],
  check: [{ who: 'nobody', go: '/check' }],
  'r/:code': [{ who: 'nobody', go: '/r/K7QM-4T9X-2HVD-W8RC-9K2D' }],
  'v/:code': [{ who: 'Villy', go: '/my-certificate', press: ['main a[href^="/v/"]'] }],
  'achievements/:course/:edition': [{ who: 'nobody', go: '/achievements/it-paedagogisk-vejleder/2026.1' }],
  help: [{ who: 'Vera', go: '/help' }],
  privacy: [{ who: 'Vera', go: '/privacy' }],
  accessibility: [{ who: 'Vera', go: '/accessibility' }],
  contact: [{ who: 'Vera', go: '/contact' }],
  '*': [{ who: 'nobody', go: '/findes-ikke' }],
};

/** Pages that are not looked at on a small screen, each with its reason. */
export const excused: Record<string, string> = {
  'enrolments/:enrolmentId/steps/:step/note':
    'Only a note that was refused, without JavaScript, leads here; its form is looked at in the lesson.',
  'enrolments/:enrolmentId/steps/:step/dialogues/:dialogue':
    'No published course has a dialogue yet; lesson.test.ts walks through one without JavaScript.',
};

/** The address of a page, as its route says it. */
export const isAddressOf = (route: string, path: string): boolean =>
  route === '*' || new RegExp(`^/${route === '/' ? '' : route.replace(/:\w+/g, '[^/]+')}$`).test(path);
