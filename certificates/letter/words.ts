type Words = {
  locale: string;
  title: (services: readonly string[]) => string;
  subject: string;
  heading: (service: string) => string;
  invited: (wave: string, day: string) => string;
  answer: { heading: string; by: (day: string) => string; how: string; why: string };
  qr: (uri: string) => string;
  link: (uri: string) => string;
  write: { heading: string; to: (address: string) => string };
  regards: string;
  demo: string;
};

export const letterWords: Record<'da' | 'en', Words> = {
  da: {
    locale: 'da-DK',
    title: (services) => (services.length === 1 ? `Invitation til ${services[0]}` : `${services.length} invitationer`),
    subject: 'Invitation til udrulningen',
    heading: (service) => `Invitation til ${service}`,
    invited: (wave, day) => `Vi inviterer jer til ${wave}, som åbner den ${day}.`,
    answer: {
      heading: 'Svar ja, nej eller senere',
      by: (day) => `Svar senest den ${day}.`,
      how: 'Skriv adressen i en browser, eller peg på koden med telefonens kamera. Det kræver ikke login. Linket virker én gang.',
      why: 'Svarer I nej eller senere, så skriv også hvorfor.',
    },
    qr: (uri) => `QR-kode til ${uri}`,
    link: (uri) => `Svar på invitationen: ${uri}`,
    write: { heading: 'Har I spørgsmål?', to: (address) => `Skriv til os: ${address}` },
    regards: 'Venlig hilsen',
    demo: 'Eksempeldata – ikke en rigtig invitation',
  },
  en: {
    locale: 'en-GB',
    title: (services) => (services.length === 1 ? `Invitation to ${services[0]}` : `${services.length} invitations`),
    subject: 'Invitation to the rollout',
    heading: (service) => `Invitation to ${service}`,
    invited: (wave, day) => `We invite you to ${wave}, which opens on ${day}.`,
    answer: {
      heading: 'Answer yes, no or later',
      by: (day) => `Answer by ${day}.`,
      how: 'Type the address in a browser, or point the camera of a phone at the code. You need no login. The link works once.',
      why: 'If you answer no or later, say why.',
    },
    qr: (uri) => `QR code for ${uri}`,
    link: (uri) => `Answer the invitation: ${uri}`,
    write: { heading: 'Do you have questions?', to: (address) => `Write to us: ${address}` },
    regards: 'Yours sincerely',
    demo: 'Sample data – not a real invitation',
  },
};
