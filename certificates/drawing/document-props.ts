import type { DocumentProps } from '@react-pdf/renderer';
import { type FileDescription, programName } from '#certificates/file/xmp.ts';

/** What a file says of itself to react-pdf. It writes only the colour profile and the version for `conformance`; level A comes from our tagger. */
export const documentProps = ({ title, author, subject, language, at }: FileDescription): DocumentProps => ({
  title,
  author,
  subject,
  language,
  creator: programName,
  producer: programName,
  creationDate: at,
  conformance: 'PDF/A-3b',
});
