import adviser from './da/adviser.json';
import common from './da/common.json';
import publicPages from './da/public.json';

/** The words of every page that brings none of its own. */
export const words = { adviser, common, public: publicPages };
