import adviser from './en/adviser.json';
import common from './en/common.json';
import help from './en/help.json';
import publicPages from './en/public.json';

/** The words of every page that is not for staff alone. */
export const words = { adviser, common, help, public: publicPages };
