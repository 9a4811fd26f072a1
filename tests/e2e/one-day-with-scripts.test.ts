import { describe } from 'vitest';
import { oneDay } from './one-day.ts';

describe.each(['da', 'en'] as const)('one day in %s, with JavaScript', (language) => oneDay(language, true));
