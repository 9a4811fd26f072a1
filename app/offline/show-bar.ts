import type { i18n as Words } from 'i18next';
import type { Told } from './worker-scope.ts';

let told: Told = {};

/** Says on every page what waits, that there is no network, or what was sent. The place for it is in the frame of the page. */
export function showBar(words: Words, news: Told): void {
  told = { ...told, ...news };
  if (news.offline) document.documentElement.dataset.kept = '';
  const t = words.getFixedT(null, 'offline');
  const bar = document.getElementById('unsent');
  if (!bar) return;
  const waiting = told.waiting ?? [];
  const open = waiting.filter(({ refused }) => refused === undefined).length;
  const refused = waiting.length - open;
  const lines: [text: string, link?: [text: string, to: string]][] = [];
  if (refused > 0) lines.push([t('bar.refused', { count: refused }), [t('bar.see'), '/offline']]);
  if (open > 0) lines.push([t('bar.waits', { count: open }), [t('bar.see'), '/offline']]);
  else if (told.sent) lines.push([t('bar.sent', { count: told.sent }), [t('bar.again'), location.pathname]]);
  else if ('kept' in document.documentElement.dataset && !navigator.onLine) lines.push([t('bar.offline')]);
  const shown = lines.map(lineOf);
  // A change of the page makes Remix look for new links, so the bar changes only when it says something else.
  if (shown.map(({ outerHTML }) => outerHTML).join('') !== bar.innerHTML) bar.replaceChildren(...shown);
  for (const { kind, to, field } of waiting) {
    if (to.split('?')[0] !== location.pathname) continue;
    if (kind === 'exercise') mark(document.getElementById(field), t('bar.here'));
    if (kind === 'read')
      mark(document.querySelector('button[value=read]')?.closest('form') ?? null, t('bar.read-here'));
  }
}

function lineOf([text, link]: [string, [string, string]?]): HTMLElement {
  const line = document.createElement('p');
  line.className = 'frame';
  line.append(`${text}${link ? '. ' : ''}`);
  if (link) {
    const [words, to] = link;
    const way = document.createElement('a');
    // The page as the server has it now: by the browser, not from what the router remembers.
    way.href = to;
    way.textContent = words;
    line.append(way);
  }
  return line;
}

/** Says it where the answer was given, too. */
function mark(place: HTMLElement | null, text: string): void {
  if (!place || place.querySelector('.waits')) return;
  const note = document.createElement('p');
  note.className = 'waits';
  note.textContent = text;
  place.append(note);
}
