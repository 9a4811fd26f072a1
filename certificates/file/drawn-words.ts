import type { Ink, Stretch, TextRun } from './read-content.ts';

/** A stretch of one text; where a line ends, no space is drawn, and two words would be read as one. */
export type Taken = { run: TextRun; lostSpace: boolean };

/**
 * Hands out what was drawn in the order of drawing, word by word against what is meant. What was drawn and not meant,
 * or meant and not drawn, is refused.
 */
export function drawnWords(stretches: Stretch[]) {
  const runs = stretches.filter((each): each is TextRun => each.kind === 'text' && each.text.trim() !== '');
  const figures = stretches.filter((each): each is Ink => each.kind === 'figure');
  let next = 0;

  function takeText(text: string): Taken[] {
    const meant = wordsOf(text);
    const taken: Taken[] = [];
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

  /** Texts that are one sentence, set in different type: between them, too, no space is drawn. */
  function takeSentence(texts: string[]): Taken[] {
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

// Letters that follow each other are no farther apart, nor their lines of writing.
const touching = 1;

/** Two runs are two words where a space was drawn or a new line begins; react-pdf also begins a run at a new script. */
function isApart(one: TextRun, other: TextRun): boolean {
  const [, y, x] = one.box;
  const [nextX, nextY] = other.box;
  return isSpaceBetween(one, other) || Math.abs(nextY - y) > touching || Math.abs(nextX - x) > touching;
}

const isSpaceBetween = (one: TextRun, other: TextRun) => /\s$/.test(one.text) || /^\s/.test(other.text);

/** Å as one letter; how wide a space is and where a line ends is layout. */
const wordsOf = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();
