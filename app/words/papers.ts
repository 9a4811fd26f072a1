import danishEvidence from './da/evidence.json';
import danishPolicy from './da/policy.json';
import englishEvidence from './en/evidence.json';
import englishPolicy from './en/policy.json';
import { addWords } from './make-words.ts';

export const paperWords = {
  da: { evidence: danishEvidence, policy: danishPolicy },
  en: { evidence: englishEvidence, policy: englishPolicy },
};

/** The words about papers, the policy they are judged by and the overrides come with the pages that show them. */
addWords(paperWords);
