import type { ParseKeys } from 'i18next';

type TemplateIn<Key> = Key extends `${infer Template}.subject` ? Template : never;

/** A letter that the words for mail know: the key under which its subject and body stand. */
export type LetterTemplate = TemplateIn<ParseKeys<'mail'>>;
