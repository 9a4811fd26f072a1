import { colours } from '#app/styles/colours.ts';
import type { Language } from '#app/words/make-words.ts';
import { escapeHtml } from './escape-html.ts';

/** Separates a mail's text from its footer with the mark that mail programs expect. */
export const footMark = '\n-- \n';

// Mail programs ignore style sheets and have few fonts, so the styles are on the elements themselves.
const looks = {
  page: `margin:0;padding:32px 0;background:${colours.paper};font-family:Arial,Helvetica,sans-serif;color:${colours.ink};font-size:17px;line-height:27px`,
  sheet: `max-width:536px;margin:0 auto;padding:32px;background:${colours.white};border-top:6px solid ${colours.petrol}`,
  name: 'margin:0 0 24px;font-weight:bold;font-size:16px',
  title: 'margin:0 0 16px;font-size:26px;line-height:32px',
  text: 'margin:0 0 16px',
  button: `display:inline-block;padding:12px 28px;background:${colours.petrol};color:${colours.white};font-weight:bold;text-decoration:none;border-radius:4px`,
  link: `color:${colours.petrol}`,
  foot: `margin:32px 0 0;padding-top:16px;border-top:1px solid ${colours.rule};color:${colours['ink-2']};font-size:13px;line-height:20px`,
};

/** A mail styled like our pages. It says nothing that its plain text does not say. */
export function letterHtml(letter: { subject: string; body: string; language: Language }): string {
  const [words = '', foot] = letter.body.split(footMark);
  const paragraphs = words.trim().split(/\n\s*\n/);
  return `<!doctype html><html lang="${letter.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(letter.subject)}</title></head><body style="${looks.page}"><div style="${looks.sheet}"><p style="${looks.name}">Vejlederbevis</p><h1 style="${looks.title}">${escapeHtml(letter.subject)}</h1>${paragraphs.map(paragraph).join('')}${foot ? `<p style="${looks.foot}">${lines(foot.trim())}</p>` : ''}</div></body></html>`;
}

/** An address on its own line becomes a button labelled with the sentence before it: "Begynd her:". */
function paragraph(text: string): string {
  const [, before = text, url] = /^(.*?)\n?(https?:\/\/\S+)$/s.exec(text) ?? [];
  const [, said = before, name] = (url && /^(.*?[.?]?)(?:^|\s*)([^.?\n]+):$/s.exec(before)) || [];
  const shown = said.trim() && `<p style="${looks.text}">${lines(said.trim())}</p>`;
  if (!url) return shown;
  const link = name
    ? `<a href="${escapeHtml(url)}" style="${looks.button}">${escapeHtml(name.trim())}</a>`
    : `<a href="${escapeHtml(url)}" style="${looks.link}">${escapeHtml(url)}</a>`;
  return `${shown}<p style="${looks.text}">${link}</p>`;
}

const lines = (text: string) => escapeHtml(text).replaceAll('\n', '<br>');
