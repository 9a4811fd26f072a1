import type { ContentPart, Ink, TextRun } from './read-content.ts';

/** A run of one text. No space is drawn at the end of a line, so `lostSpace` keeps two words from being read as one. */
export type TakenRun = { run: TextRun; lostSpace: boolean };

/**
 * Matches what was drawn, in drawing order, word by word with what was meant. Throws if something was drawn but not
 * meant, or meant but not drawn.
 */
export function drawnWords(stretches: ContentPart[]) {
  const runs = stretches.filter((each): each is TextRun => each.kind === 'text' && each.text.trim() !== '');
  const figures = stretches.filter((each): each is Ink => each.kind === 'figure');
  let next = 0;

  function takeText(text: string): TakenRun[] {
    const meant = wordsOf(text);
    const taken: TakenRun[] = [];
    let at = 0;
    while (at < meant.length) {
      const run = runs[next++];
      if (!run) throw new Error(`meant but not drawn: «${meant.slice(at)}»`);
      const before = taken.at(-1);
      const isNewWord = meant[at] === ' ';
      if (isNewWord) at += 1;
      const drawn = wordsOf(run.text);
      const fits = meant.startsWith(drawn, at) && (!before || isApart(before.run, run) === isNewWord);
      if (!fits) throw new Error(`drawn «${drawn}», meant «${meant.slice(at)}»`);
      if (before) before.lostSpace = isNewWord && !isSpaceBetween(before.run, run);
      taken.push({ run, lostSpace: false });
      at += drawn.length;
    }
    return taken;
  }

  /** Takes texts that form one sentence in different type; no space is drawn between them either. */
  function takeSentence(texts: string[]): TakenRun[] {
    return texts.flatMap((text, at) => {
      const taken = takeText(text);
      if (at < texts.length - 1) taken.at(-1)!.lostSpace = true;
      return taken;
    });
  }

  function takeFigure(): Ink {
    const figure = figures.shift();
    if (!figure) throw new Error('a figure was meant but not drawn');
    return figure;
  }

  function mustBeEmpty(): void {
    if (next < runs.length) throw new Error(`drawn but not meant: «${runs[next]!.text}»`);
    if (figures.length > 0) throw new Error('a figure was drawn but not meant');
  }

  return { takeText, takeSentence, takeFigure, mustBeEmpty };
}

// Letters of one word are at most this far apart, and so are their baselines.
const touching = 1;

/**
 * Two runs are separate words if there is a space, a gap or a new line between them. A new run alone is not enough,
 * because react-pdf also begins one where the script changes.
 */
function isApart(one: TextRun, other: TextRun): boolean {
  const [, y, x] = one.box;
  const [nextX, nextY] = other.box;
  return isSpaceBetween(one, other) || Math.abs(nextY - y) > touching || Math.abs(nextX - x) > touching;
}

const isSpaceBetween = (one: TextRun, other: TextRun) => /\s$/.test(one.text) || /^\s/.test(other.text);

/** Normalizes Å to one code point and white space to one space; the width of spaces and line breaks are only layout. */
const wordsOf = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();
