import adviser from './en/adviser.json';
import common from './en/common.json';

/** The words of every page that brings none of its own. */
export const words = { adviser, common };
