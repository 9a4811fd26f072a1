import { describe } from 'vitest';
import { oneDay } from './one-day.ts';

describe.each(['da', 'en'] as const)('one day in %s, without JavaScript', (language) => oneDay(language, false));
