/** Every fixed text on the certificate. They are whole sentences, because each language has its own word order. */
export const words = {
  da: {
    locale: 'da-DK',
    kind: 'Bevis',
    lead: 'Det bekræftes, at',
    course: {
      did: 'har bestået kurset',
      edition: (edition: string) => `version ${edition} og er certificeret vejleder.`,
      proof: 'Forløbet er prøvet med',
      achievement: (course: string, edition: string) => `Har bestået kurset ${course}, version ${edition}.`,
    },
    renewal: {
      did: 'har fornyet sit bevis som',
      edition: (edition: string) => `med fornyelseskurset, version ${edition}, og er fortsat certificeret vejleder.`,
      proof: 'Fornyelsen er prøvet med',
      achievement: (course: string, edition: string) =>
        `Har fornyet sit bevis som ${course} med fornyelseskurset, version ${edition}.`,
    },
    attendance: {
      kind: 'Deltagerbevis',
      lead: 'Det bekræftes, at',
      did: 'har deltaget i kurset',
      edition: (edition: string) => `version ${edition}`,
      proof: 'Deltagelsen omfatter',
      note: 'Det er ikke en certificering og giver ikke ret til at kalde sig certificeret vejleder.',
      number: 'Nummer',
      day: 'Kursusdag',
      days: 'Kursusdage',
      check: 'Kontrollér deltagerbeviset',
      hint: 'Siden viser, om nummeret er ægte.',
      reason: 'Udstedelse af deltagerbevis',
    },
    number: 'Bevisnummer',
    from: 'Gælder fra',
    until: 'Gælder til og med',
    library: 'Bibliotek ved udstedelsen',
    issued: 'Udstedt',
    check: 'Kontrollér beviset',
    link: (address: string) => `Kontrollér på ${address}`,
    qr: (address: string) => `QR-kode, der åbner kontrolsiden ${address}`,
    hint: 'Siden viser, om beviset gælder i dag.',
    demo: 'Eksempeldata – ikke et gyldigt bevis',
    development: 'ikke gyldigt – udvikling',
    signed: 'Filen er digitalt underskrevet.',
    field: 'Udstederens digitale underskrift',
    signature: (issuer: string) => `Digital underskrift fra ${issuer}`,
    developmentSignature: 'Underskrift fra udvikling, ikke gyldig',
    reason: 'Udstedelse af bevis',
    attached: 'Beviset som Open Badge 3.0',
    learned: 'Det er lært',
    chosen: (n: number, of: string) => `${n === 1 ? 'Et emne' : `${n} emner`} efter eget valg blandt ${of}`,
    hours: (hours: string) => `Omfang: lektioner på omkring ${hours} timer, foruden prøver, opgaver og kursusdage.`,
    level: (level: string) => `Niveau: ${level}`,
  },
  en: {
    locale: 'en-GB',
    kind: 'Certificate',
    lead: 'This is to certify that',
    course: {
      did: 'has passed the course',
      edition: (edition: string) => `version ${edition} and is a certified adviser.`,
      proof: 'Assessed through',
      achievement: (course: string, edition: string) => `Has passed the course ${course}, version ${edition}.`,
    },
    renewal: {
      did: 'has renewed the certificate as',
      edition: (edition: string) => `by the renewal course, version ${edition}, and remains a certified adviser.`,
      proof: 'Renewal assessed through',
      achievement: (course: string, edition: string) =>
        `Has renewed the certificate as ${course} by the renewal course, version ${edition}.`,
    },
    attendance: {
      kind: 'Certificate of attendance',
      lead: 'This is to confirm that',
      did: 'has attended the course',
      edition: (edition: string) => `version ${edition}`,
      proof: 'Attendance covered',
      note: 'It is no certification and does not confer the title of certified adviser.',
      number: 'Number',
      day: 'Course day',
      days: 'Course days',
      check: 'Check this document',
      hint: 'The page shows whether the number is genuine.',
      reason: 'Issue of a certificate of attendance',
    },
    number: 'Certificate number',
    from: 'Valid from',
    until: 'Valid through',
    library: 'Library at issue',
    issued: 'Issued',
    check: 'Check this certificate',
    link: (address: string) => `Check at ${address}`,
    qr: (address: string) => `QR code that opens the check page ${address}`,
    hint: 'The page shows whether it is valid today.',
    demo: 'Sample data – not a valid certificate',
    development: 'not valid – development',
    signed: 'The file is digitally signed.',
    field: 'Digital signature of the issuer',
    signature: (issuer: string) => `Digital signature of ${issuer}`,
    developmentSignature: 'Signature from development, not valid',
    reason: 'Issue of a certificate',
    attached: 'The certificate as an Open Badge 3.0',
    learned: 'What was learned',
    chosen: (n: number, of: string) => `${n === 1 ? 'One topic' : `${n} topics`} of choice among ${of}`,
    hours: (hours: string) => `Extent: lessons of about ${hours} hours, besides tests, practicals and course days.`,
    level: (level: string) => `Level: ${level}`,
  },
} as const;

/** What papers issued earlier say instead. A file is held against these words too, so they are never taken away. */
export const formerWords = {
  da: {
    course: ['har gennemført og bestået'],
    renewal: [],
    attendance: ['har deltaget i'],
    development: ['ikke gyldig – udvikling'],
  },
  en: { course: ['has completed and passed'], renewal: [], attendance: ['has attended'], development: [] },
} as const;

/** The texts of a paper: those of its variant replace those of a certificate. */
export const wordsOf = ({ language, variant }: { language: keyof typeof words; variant?: string }) =>
  variant === 'attendance' ? { ...words[language], ...words[language].attendance } : words[language];

/** "en, to og tre": a list as the certificate prints it. */
export const listed = (language: keyof typeof words, items: readonly string[]): string =>
  new Intl.ListFormat(words[language].locale, { type: 'conjunction' }).format(items);

/** "17. november 2026", "17 November 2026": a day as the certificate prints it. */
export const printedDay = (language: keyof typeof words, day: string): string =>
  new Intl.DateTimeFormat(words[language].locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));
