import { describe } from 'vitest';
import { oneDay } from './one-day.ts';

/** The English day without JavaScript runs only in the long tests, because the Danish one uses the same forms. */
const languages = process.env.LONG_TESTS === '1' ? (['da', 'en'] as const) : (['da'] as const);

describe.each(languages)('one day in %s, without JavaScript', (language) => oneDay(language, false));
