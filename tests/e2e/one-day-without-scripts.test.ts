import { describe } from 'vitest';
import { oneDay } from './one-day.ts';

/** The English day without JavaScript is in the long half: the Danish one walks the same forms. */
const languages = process.env.LONG_TESTS === '1' ? (['da', 'en'] as const) : (['da'] as const);

describe.each(languages)('one day in %s, without JavaScript', (language) => oneDay(language, false));
