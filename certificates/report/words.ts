import type { WordsNeeded } from './words-needed.ts';

/** Every fixed text of a report, as whole sentences. */
export const reportWords: Record<'da' | 'en', WordsNeeded> = {
  da: {
    locale: 'da-DK',
    title: (day) => `Rapport om udrulningen, ${day}`,
    running: 'Udrulning af vejledning på biblioteker',
    day: { ahead: (day) => `til ${day}`, past: (day) => `den ${day}` },
    answer: (ready, of, when) => `${ready} af ${of} kommuner er klar ${when}`,
    sub: (papers, people, missing) =>
      `${papers} mangler kun papirer. ${people} mangler folk: ${missing} ${missing === 1 ? 'vejleder' : 'vejledere'} i alt.`,
    unknown: (n) => `Om ${n} ved vi ikke, hvem der vejleder.`,
    parts: {
      ready: { name: 'Klar', short: 'Klar', means: 'Folk og papirer er på plads' },
      'papers-no': { name: 'Mangler kun papirer', short: 'Kun papirer', means: 'Nok vejledere, et papir mangler' },
      'papers-unknown': {
        name: 'Uafklaret',
        short: 'Uafklaret',
        means: 'Nok vejledere, et papir er for gammelt eller ukendt',
      },
      'people-under-way': { name: 'Mangler folk, på vej', short: 'Mangler folk', means: 'Nogen er på hold' },
      'people-not-begun': { name: 'Mangler folk, ikke i gang', short: 'Ikke i gang', means: 'Ingen er på hold' },
      'people-unknown': { name: 'Folk ukendt', short: 'Folk ukendt', means: 'Ingen er registreret endnu' },
    },
    squares: (of, counts) => `De ${of} kommuner som felter. ${counts}.`,
    expect: 'Det venter vi',
    expected: (by, middle, low, high) =>
      `Vi venter, at ${middle} har folk nok ${by}. 8 af 10 udfald ligger mellem ${low} og ${high}.`,
    target: (target, of10) => `Chancen for at nå målet på ${target} er ${of10}.`,
    nothingNew: (today, then) => `Sker der intet nyt, går tallet fra ${today} i dag til ${then}.`,
    noForecast: {
      'has-come': 'Rapporten er om en dag, der er kommet. Den har ingen prognose.',
      'too-few': 'For få har gennemført til, at vi kan sige noget om fremtiden.',
      'too-far': 'Dagen ligger mere end to år fremme. Så langt rækker prognosen ikke.',
    },
    doing: 'Det gør vi nu',
    seats: (free) =>
      free === 1
        ? '1 plads er fri på hold, der kører eller er planlagt.'
        : `${free} pladser er fri på hold, der kører eller er planlagt.`,
    training: (n) =>
      n === 1 ? '1 er på hold i de tjenester, der mangler folk.' : `${n} er på hold i de tjenester, der mangler folk.`,
    asks: (n) => (n === 1 ? '1 kommune skal vise et nyt papir.' : `${n} kommuner skal vise et nyt papir.`),
    wave: (name, day, services) =>
      services === 1
        ? `${name} åbner den ${day} med 1 tjeneste.`
        : `${name} åbner den ${day} med ${services} tjenester.`,
    covering: (missing) =>
      missing === 0
        ? 'Ingen mangler vejledere.'
        : `${missing} ${missing === 1 ? 'vejleder' : 'vejledere'} skal findes eller uddannes.`,
    axes: {
      heading: 'Folk og papirer er to spørgsmål',
      head: ['Folk', 'Papirer i orden', 'Papir mangler', 'Papir ukendt', 'I alt'],
      enough: 'Folk nok',
      short: 'Mangler folk',
      unknown: 'Folk ukendt',
      all: 'I alt',
    },
    trend: {
      heading: (isAhead) => (isAhead ? 'Det, der er sket, og det, vi venter' : 'Det, der er sket'),
      alt: (first, now, band) =>
        `Kommuner, der var klar: ${first.ready} den ${first.on}, ${now.ready} den ${now.on}.${band ? ` Med papirer som i dag venter vi ${band.middle} den ${band.on}. 8 af 10 udfald ligger mellem ${band.low} og ${band.high}.` : ''}`,
      key: (now, isAhead, target) =>
        `Fuld streg: klar, efter det vi ved nu. Lodret streg: ${now}.${isAhead ? ' Stiplet: midt på prognosen, med papirer som i dag. Flade: 8 af 10 udfald.' : ''}${target === null ? '' : ` Prikket: målet, ${target}.`}`,
    },
    guidance: {
      days: (from, until) => `Vejledning fra ${from} til ${until}:`,
      sessions: (n) => (n === 1 ? '1 er noteret.' : `${n} er noteret.`),
      none: 'ingen er noteret.',
      hidden: 'tallet er for lille til at blive vist.',
      troubled: (n) => (n === 0 ? 'Intet kom i vejen.' : `Ved ${n} kom noget i vejen.`),
      troubleHidden: 'Hvor ofte noget kom i vejen, er for lille et tal til at blive vist.',
    },
    map: {
      heading: 'Landet, kommune for kommune',
      alt: (counts) => `Kort over kommunerne. ${counts}. Tabellen på de næste sider siger det samme for hver kommune.`,
      inset: 'Hovedstaden, forstørret.',
      regions: (day) => `Regioner ${day}`,
      head: ['Region', 'Klar', 'Kun papirer', 'Uafklaret', 'Mangler folk', 'Folk ukendt', 'I alt'],
      country: 'Landet',
      noRegion: 'Uden region',
    },
    rows: {
      heading: (from, to) => `Alle kommuner: ${from} til ${to}`,
      summary: (at, of) => `Hver kommune med status, vejledere og hvad der mangler, del ${at} af ${of}`,
      head: ['Kommune', 'Status', 'Vejledere', 'Mangler', 'Chance af 10'],
      of: (counted, required) => `${counted} af ${required}`,
      unknown: 'ukendt',
      advisers: (n) => (n === 1 ? '1 vejleder' : `${n} vejledere`),
      stale: (gate) => `${gate} (for gammel)`,
      unsure: (gate) => `${gate} (ukendt)`,
      papersUnknown: (n) => `${n} papirer ukendt`,
      few: 'for få data',
      over: 'over 9',
      under: 'under 1',
    },
    made: {
      heading: 'Sådan er tallene lavet',
      means: 'Klar betyder',
      all: (gates, days, ahead) =>
        `Alle ${gates} krav er opfyldt. Folk tæller, når beviset gælder på dagen og ${days} dage frem. ${ahead ? 'Papirer tæller, som de er i dag.' : 'Papirer tæller, som de var på dagen.'}`,
      never: 'Et ukendt krav gør kommunen uafklaret. Det tæller aldrig som nej.',
      chance: 'Chance',
      draws: (draws, seed) =>
        `${draws} gennemregninger, startværdi ${seed}. Chancen er for, at kommunen har folk nok på dagen.`,
      chanceOf: 'Under 8 gennemførte forløb i landet viser vi ingen chance.',
      sources: 'Kilder',
      source: {
        certificates: (when) => `Beviser og tilknytninger: Vejlederbevis, ${when}`,
        papers: 'Papirer: indsendt af tjenesterne eller noteret af styrelsen',
        population: (days) => `Indbyggere: Danmarks Statistik, ${days}`,
        borders: 'Grænser: Klimadatastyrelsen (DAGI via DAWA), august 2021',
      },
      gates: (version, from) => `Krav, version ${version}, gælder fra ${from}`,
      gateHead: ['Krav', 'Opfyldt, når', 'Gælder'],
      counted: 'beregnes',
      days: (n) => `${n} dage`,
      staffing: (per, least, most) => `en vejleder pr. ${per} indbyggere, mindst ${least}, højst ${most}`,
      overrides: 'Undtagelser',
      noOverrides: 'Undtagelser i tallene: ingen.',
      override: (place, by, lastDay, reason) => `${place}, besluttet af ${by}, til og med ${lastDay}: ${reason}`,
    },
    check: {
      heading: 'Kontrollér rapporten',
      go: 'Gå til adressen, eller brug koden.',
      shows: 'Siden viser, om det er vores rapport, og om tallene er dem, vi har gemt.',
      hash: 'Kontroltal',
      taken: (weekday, day, at, by) => `Tallene er frosset ${weekday} den ${day} kl. ${at}${by ? ` af ${by}` : ''}.`,
      link: (address) => `Kontrollér på ${address}`,
      qr: (address) => `QR-kode, der åbner kontrolsiden ${address}`,
    },
    foot: (version, hash) => `Krav version ${version} · kontroltal ${hash}`,
    page: (at, of) => `Side ${at} af ${of}`,
    demo: 'Eksempeldata',
    development: 'ikke gyldig – udvikling',
    signed: 'Filen er digitalt underskrevet.',
    signature: {
      reason: 'Udstedelse af rapport',
      field: 'Udstederens digitale underskrift',
      from: (issuer) => `Digital underskrift fra ${issuer}`,
      development: 'Underskrift fra udvikling, ikke gyldig',
    },
    unsaid: '–',
  },
  en: {
    locale: 'en-GB',
    title: (day) => `Report on the rollout, ${day}`,
    running: 'Rollout of guidance at libraries',
    day: { ahead: (day) => `on ${day}`, past: (day) => `on ${day}` },
    answer: (ready, of, when) => `${ready} of ${of} municipalities are ready ${when}`,
    sub: (papers, people, missing) =>
      `${papers} lack papers only. ${people} lack people: ${missing} ${missing === 1 ? 'adviser' : 'advisers'} in all.`,
    unknown: (n) => `Of ${n} we do not know who guides there.`,
    parts: {
      ready: { name: 'Ready', short: 'Ready', means: 'People and papers are in place' },
      'papers-no': { name: 'Lacks papers only', short: 'Papers only', means: 'Enough advisers, a paper is missing' },
      'papers-unknown': {
        name: 'Undetermined',
        short: 'Undetermined',
        means: 'Enough advisers, a paper is too old or unknown',
      },
      'people-under-way': { name: 'Lacks people, under way', short: 'Lacks people', means: 'Somebody is on a hold' },
      'people-not-begun': { name: 'Lacks people, not begun', short: 'Not begun', means: 'Nobody is on a hold' },
      'people-unknown': { name: 'People unknown', short: 'People unknown', means: 'Nobody is on record yet' },
    },
    squares: (of, counts) => `The ${of} municipalities as squares. ${counts}.`,
    expect: 'What we expect',
    expected: (by, middle, low, high) =>
      `We expect ${middle} to have enough people ${by}. 8 of 10 outcomes lie between ${low} and ${high}.`,
    target: (target, of10) => `The chance of reaching the target of ${target} is ${of10}.`,
    nothingNew: (today, then) => `If nothing new happens, the number goes from ${today} today to ${then}.`,
    noForecast: {
      'has-come': 'This report is about a day that has come. It has no forecast.',
      'too-few': 'Too few have finished for us to say anything about the future.',
      'too-far': 'The day is more than two years ahead. The forecast does not reach that far.',
    },
    doing: 'What we do now',
    seats: (free) =>
      free === 1
        ? '1 seat is free on holds that run or are planned.'
        : `${free} seats are free on holds that run or are planned.`,
    training: (n) =>
      n === 1
        ? '1 person is on a hold in the services that lack people.'
        : `${n} people are on a hold in the services that lack people.`,
    asks: (n) => (n === 1 ? '1 municipality must show a new paper.' : `${n} municipalities must show a new paper.`),
    wave: (name, day, services) =>
      services === 1 ? `${name} opens on ${day} with 1 service.` : `${name} opens on ${day} with ${services} services.`,
    covering: (missing) =>
      missing === 0
        ? 'Nobody lacks advisers.'
        : `${missing} ${missing === 1 ? 'adviser' : 'advisers'} must be found or trained.`,
    axes: {
      heading: 'People and papers are two questions',
      head: ['People', 'Papers in order', 'Paper missing', 'Paper unknown', 'In all'],
      enough: 'Enough people',
      short: 'Lacks people',
      unknown: 'People unknown',
      all: 'In all',
    },
    trend: {
      heading: (isAhead) => (isAhead ? 'What has happened, and what we expect' : 'What has happened'),
      alt: (first, now, band) =>
        `Municipalities that were ready: ${first.ready} on ${first.on}, ${now.ready} on ${now.on}.${band ? ` With the papers of today we expect ${band.middle} on ${band.on}. 8 of 10 outcomes lie between ${band.low} and ${band.high}.` : ''}`,
      key: (now, isAhead, target) =>
        `Full line: ready, by what we know now. Upright line: ${now}.${isAhead ? ' Dashed: middle of the forecast, with the papers of today. Area: 8 of 10 outcomes.' : ''}${target === null ? '' : ` Dotted: the target, ${target}.`}`,
    },
    guidance: {
      days: (from, until) => `Guidance from ${from} to ${until}:`,
      sessions: (n) => (n === 1 ? '1 session is noted.' : `${n} sessions are noted.`),
      none: 'no session is noted.',
      hidden: 'the number is too small to be shown.',
      troubled: (n) => (n === 0 ? 'Nothing stood in the way.' : `Something stood in the way in ${n}.`),
      troubleHidden: 'How often something stood in the way is too small a number to be shown.',
    },
    map: {
      heading: 'The country, municipality by municipality',
      alt: (counts) => `Map of the municipalities. ${counts}. The table on the next pages says the same of each.`,
      inset: 'The capital, enlarged.',
      regions: (day) => `Regions ${day}`,
      head: ['Region', 'Ready', 'Papers only', 'Undetermined', 'Lacks people', 'People unknown', 'In all'],
      country: 'The country',
      noRegion: 'No region',
    },
    rows: {
      heading: (from, to) => `All municipalities: ${from} to ${to}`,
      summary: (at, of) => `Each municipality with its status, advisers and what it lacks, part ${at} of ${of}`,
      head: ['Municipality', 'Status', 'Advisers', 'Lacks', 'Chance of 10'],
      of: (counted, required) => `${counted} of ${required}`,
      unknown: 'unknown',
      advisers: (n) => (n === 1 ? '1 adviser' : `${n} advisers`),
      stale: (gate) => `${gate} (too old)`,
      unsure: (gate) => `${gate} (unknown)`,
      papersUnknown: (n) => `${n} papers unknown`,
      few: 'too few data',
      over: 'over 9',
      under: 'under 1',
    },
    made: {
      heading: 'How the figures are made',
      means: 'Ready means',
      all: (gates, days, ahead) =>
        `All ${gates} requirements are met. People count when the certificate is valid on the day and for ${days} more days. ${ahead ? 'Papers count as they stand today.' : 'Papers count as they stood on the day.'}`,
      never: 'An unknown requirement leaves the municipality undetermined. It never counts as a no.',
      chance: 'Chance',
      draws: (draws, seed) =>
        `${draws} runs, seed ${seed}. The chance is that the municipality has enough people on the day.`,
      chanceOf: 'Below 8 finished courses in the country we show no chance.',
      sources: 'Sources',
      source: {
        certificates: (when) => `Certificates and affiliations: Vejlederbevis, ${when}`,
        papers: 'Papers: sent in by the services or noted by the agency',
        population: (days) => `Inhabitants: Statistics Denmark, ${days}`,
        borders: 'Borders: the Danish Agency for Climate Data (DAGI by DAWA), August 2021',
      },
      gates: (version, from) => `Requirements, version ${version}, in force from ${from}`,
      gateHead: ['Requirement', 'Met when', 'Counts for'],
      counted: 'computed',
      days: (n) => `${n} days`,
      staffing: (per, least, most) => `one adviser per ${per} inhabitants, at least ${least}, at most ${most}`,
      overrides: 'Overrides',
      noOverrides: 'Overrides in the figures: none.',
      override: (place, by, lastDay, reason) => `${place}, decided by ${by}, through ${lastDay}: ${reason}`,
    },
    check: {
      heading: 'Check this report',
      go: 'Go to the address, or use the code.',
      shows: 'The page shows whether it is our report, and whether the figures are those we stored.',
      hash: 'Checksum',
      taken: (weekday, day, at, by) => `The figures were frozen on ${weekday} ${day} at ${at}${by ? ` by ${by}` : ''}.`,
      link: (address) => `Check at ${address}`,
      qr: (address) => `QR code that opens the check page ${address}`,
    },
    foot: (version, hash) => `Requirements version ${version} · checksum ${hash}`,
    page: (at, of) => `Page ${at} of ${of}`,
    demo: 'Example data',
    development: 'not valid – development',
    signed: 'The file is digitally signed.',
    signature: {
      reason: 'Issue of a report',
      field: "The issuer's digital signature",
      from: (issuer) => `Digital signature of ${issuer}`,
      development: 'Signature of a development key, not valid',
    },
    unsaid: '–',
  },
};

/** "3 ud af 10": a chance as people say it. */
export function outOfTen(language: 'da' | 'en', chance: number): string {
  const tens = Math.round(chance * 10);
  const [over, under, of] =
    language === 'da'
      ? ['over 9 ud af 10', 'under 1 ud af 10', 'ud af 10']
      : ['over 9 in 10', 'under 1 in 10', 'in 10'];
  if (chance > 0.95) return over!;
  if (chance < 0.05) return under!;
  return `${Math.max(1, Math.min(9, tens))} ${of}`;
}
