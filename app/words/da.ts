import adviser from './da/adviser.json';
import common from './da/common.json';

/** The words of every page that brings none of its own. */
export const words = { adviser, common };
