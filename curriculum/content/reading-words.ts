import type { Language } from '#curriculum/quiz/kinds/kind.ts';

/** The words that the product itself adds to a text. */
type ReadingWords = {
  sections: readonly string[];
  sources: string;
  back: (reference: number, again: number) => string;
  table: string;
  figure: string;
  film: string;
  figureAsText: string;
  filmAsText: string;
  captions: string;
  section: string;
};

export const readingWords: Record<Language, ReadingWords> = {
  da: {
    sections: ['Oplæg', 'Opgave', 'Opsamling'],
    sources: 'Kilder',
    back: (reference, again) => `Tilbage til teksten, kilde ${reference}${again > 1 ? `, sted ${again}` : ''}`,
    table: 'Tabel',
    figure: 'Figur',
    film: 'Film',
    figureAsText: 'Læs figuren som tekst',
    filmAsText: 'Læs filmen som tekst',
    captions: 'Dansk',
    section: 'afsnit',
  },
  en: {
    sections: ['Introduction', 'Exercise', 'Wrap-up'],
    sources: 'Sources',
    back: (reference, again) => `Back to the text, source ${reference}${again > 1 ? `, place ${again}` : ''}`,
    table: 'Table',
    figure: 'Figure',
    film: 'Film',
    figureAsText: 'Read the figure as text',
    filmAsText: 'Read the film as text',
    captions: 'English',
    section: 'section',
  },
};
