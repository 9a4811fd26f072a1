/** What somebody sees without a network when nothing of theirs is on the device. In both languages, for nobody is known. */
export function bareAnswer(left: boolean): Response {
  const said = left
    ? [
        'Du er logget ud på denne enhed',
        'Der ligger ikke længere noget her. Serveren får det at vide, når nettet er tilbage. Skal det være sikkert, så luk browseren.',
        'You are signed out on this device',
        'Nothing is kept here any more. The server is told when the network is back. To be sure, close the browser.',
      ]
    : [
        'Du er uden forbindelse',
        'Siden kan først vises, når nettet er tilbage.',
        'You are offline',
        'The page can be shown when the network is back.',
      ];
  const [title, text, english, more] = said;
  const html = `<!doctype html><html lang="da"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${title} – Vejlederbevis</title></head><body><main><h1>${title}</h1><p>${text}</p><p><a href="">Prøv igen</a></p><div lang="en"><h2>${english}</h2><p>${more}</p></div></main></body></html>`;
  return new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' }, status: 503 });
}
