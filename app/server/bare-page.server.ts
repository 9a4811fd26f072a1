import type { Response } from 'express';

type Words = { title: string; danish: string; english: string };

export const databaseUnavailable: Words = {
  title: 'Noget gik galt hos os',
  danish:
    'Vi kan ikke nå vores database lige nu. Har du sendt noget, er det ikke gemt. Gå tilbage, vent et øjeblik, og prøv igen.',
  english:
    'We cannot reach our database right now. If you sent something, it was not saved. Go back, wait a moment and try again.',
};
/** Shown when the database was lost after it had kept what was sent. */
export const databaseLostMidway: Words = {
  title: 'Det går videre om lidt',
  danish:
    'Vi mistede vores database undervejs. Det, du sendte, er begyndt, og noget er måske gemt. Resten følger af sig selv, når databasen er tilbage. Du behøver ikke sende det igen.',
  english:
    'We lost our database on the way. What you sent has begun, and some of it may be saved. The rest follows by itself when the database is back. You need not send it again.',
};
/** Shown when the database did not answer: we know nothing about the certificate, so we say nothing against it. */
export const checkUnavailable: Words = {
  title: 'Noget gik galt hos os',
  danish: 'Vi kan ikke svare lige nu. Det siger intet om beviset. Vent et øjeblik, og prøv igen.',
  english: 'We cannot answer right now. That says nothing about the certificate. Wait a moment and try again.',
};
export const malformedAddress: Words = {
  title: 'Adressen kan ikke læses',
  danish: 'Der er tegn i adressen, som ikke hører til. Begynd forfra fra forsiden.',
  english: 'There are characters in the address that do not belong there. Start again from the front page.',
};
export const strangeMethod: Words = {
  title: 'Det kan siden ikke',
  danish: 'Sider kan hentes, og formularer kan sendes. Begynd forfra fra forsiden.',
  english: 'Pages can be read and forms can be sent. Start again from the front page.',
};
export const missingFile: Words = {
  title: 'Filen findes ikke',
  danish: 'Siden er måske ændret, siden du åbnede den. Hent den igen.',
  english: 'The page may have changed since you opened it. Load it again.',
};
export const crossSiteForm: Words = {
  title: 'Det blev ikke gemt',
  danish: 'Formularen kom ikke fra Vejlederbevis. Åbn siden igen, og prøv en gang til.',
  english: 'This form did not come from Vejlederbevis. Open the page again and try once more.',
};

export const busyWithFiles: Words = {
  title: 'Mange sender filer lige nu',
  danish: 'Det, du sendte, er ikke gemt. Gå tilbage, vent et øjeblik, og send det igen.',
  english:
    'Many people are sending files right now. What you sent was not saved. Go back, wait a moment and send it again.',
};

/** How long a visitor should wait when the service cannot answer now. */
export const retryInSeconds = 5;

/** A page without the frame and without assets, in both languages, for when only the server itself surely works. */
export function sendPage(response: Response, status: number, { title, danish, english }: Words): void {
  if (status === 503) response.setHeader('Retry-After', retryInSeconds);
  const requestId = response.getHeader('X-Request-Id') ?? '';
  response
    .status(status)
    .setHeader('Cache-Control', 'no-store')
    .type('text/html')
    .send(`<!doctype html><html lang="da"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} – Vejlederbevis</title>
<body><main><h1>${title}</h1><p>${danish}</p>
<p lang="en">${english}</p><p><a href="/">Gå til forsiden</a></p><p>${requestId}</p></main></body></html>`);
}
