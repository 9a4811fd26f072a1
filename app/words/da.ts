import adviser from './da/adviser.json';
import common from './da/common.json';
import help from './da/help.json';
import publicPages from './da/public.json';

/** The words of every page that is not for staff alone. */
export const words = { adviser, common, help, public: publicPages };
