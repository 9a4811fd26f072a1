/**
 * Takes out what nobody sees or means to write: control signs, signs that turn the direction of writing, signs without
 * width, halves of letters, and accents that stand on nothing. Line breaks and tabs stay, and the joints within an
 * emoji.
 */
export const plainText = (text: string): string =>
  text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(unseen, '')
    .replace(/(^|\s)\p{M}+/gu, '$1');

/** Where the first such sign is, or -1. */
export const findUnseen = (text: string): number => text.search(unseen);

const emojiEnd = '\\p{Emoji}[\\uFE0F\\u{1F3FB}-\\u{1F3FF}]?';
// Nearly every sign of a text is seen, so that is asked first; looking back is slow.
const hidden = '[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Default_Ignorable_Code_Point}]';
const unseen = new RegExp(
  [
    `(?=${hidden})`,
    '(?![\\t\\n\\r])',
    '(?!(?<=\\p{Emoji})\\uFE0F)',
    `(?!(?<=${emojiEnd})\\u200D(?=\\p{Extended_Pictographic}))`,
    hidden,
  ].join(''),
  'gu',
);
