import canonicalize from 'canonicalize';

/** JSON in the one form of RFC 8785: the same values give the same text, whatever order they were written in. */
export const canonical = (value: unknown): string => canonicalize(JSON.parse(JSON.stringify(value))) as string;
