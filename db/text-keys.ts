/**
 * What a text is found by. Each word stands twice if it has letters that others write otherwise: spelled out (Åse: aase)
 * and bare (ase), so that each way of writing finds the other. René is found by rene, Müller by muller and mueller,
 * Anna-Marie by anna marie.
 */
export function searchKeyOf(text: string): string {
  const [spelled, bare] = [wordsOf(text, spellings).join(' '), wordsOf(text, bareLetters).join(' ')];
  return spelled === bare ? spelled : `${spelled} ${bare}`;
}

/** The words somebody looks for: a text is found if its key has each of them, in one of its ways of writing. */
export function searchWordsOf(find: string): string[][] {
  const bare = wordsOf(find, bareLetters);
  return wordsOf(find, spellings)
    .map((spelled, at) => [...new Set([spelled, bare[at]!])].map((way) => way.replace(/^\p{Pd}+|\p{Pd}+$/gu, '')))
    .filter(([way]) => way !== '');
}

/** Whether a text without a stored key has each word that somebody looks for. */
export function containsWords(text: string, find: string): boolean {
  const key = searchKeyOf(text);
  return searchWordsOf(find).every((ways) => ways.some((way) => key.includes(way)));
}

type Letters = Record<string, string>;
const spellings: Letters = { å: 'aa', æ: 'ae', ø: 'oe', ä: 'ae', ö: 'oe', ü: 'ue' };
const bareLetters: Letters = { æ: 'ae', ø: 'o' };
const foreign: Letters = { ß: 'ss', œ: 'oe', þ: 'th', đ: 'd', ð: 'd', ł: 'l', ħ: 'h', ŧ: 't', ı: 'i' };

function wordsOf(text: string, letters: Letters): string[] {
  const plain = lower(text)
    .replace(/\p{L}/gu, (letter) => letters[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\p{L}/gu, (letter) => letters[letter] ?? foreign[letter] ?? letter)
    .replace(/['’‘´`ʼ]/gu, '')
    // A hyphen joins two names or the digits of a number; only names are taken apart.
    .replace(/(?<=\p{L})\p{Pd}(?=\p{L})/gu, ' ');
  return plain.split(/\s+/u).filter((word) => word !== '');
}

const lower = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/(?!\s)[\p{Cc}\p{Cf}]/gu, '');

/**
 * Sorts as Danes do, byte by byte: æ ø å come last, aa is å, accents and case make no difference, and numbers go by
 * their value. The signs after z in ASCII stand for the last three letters.
 */
export function sortKeyOf(text: string): string {
  return lower(text)
    .replace(/aa|[åäöőüű]/gu, (letters) => danish[letters] ?? letters)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\p{L}\p{Pd}'’‘´`ʼ,.]/gu, (sign) => danish[sign] ?? foreign[sign] ?? sign)
    .replace(/\p{Pd}/gu, '!')
    .replace(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, '').padStart(9, '0'))
    .replace(/\s+/gu, ' ')
    .trim();
}

const danish: Letters = {
  æ: '{',
  ä: '{',
  ø: '|',
  ö: '|',
  ő: '|',
  å: '}',
  aa: '}',
  ü: 'y',
  ű: 'y',
  // As the collation of Danish has them: space, hyphen, comma, full stop, apostrophe, digits, letters.
  ',': '"',
  '.': '#',
  ...Object.fromEntries([..."'’‘´`ʼ"].map((sign) => [sign, '$'])),
};
