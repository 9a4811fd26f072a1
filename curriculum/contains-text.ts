/** Does this text contain the search text, ignoring case? Århus equals Aarhus. */
export const containsText = (text: string, find: string): boolean => plain(text).includes(plain(find));

const plain = (text: string) => text.normalize('NFC').toLocaleLowerCase('da').replaceAll('å', 'aa');
