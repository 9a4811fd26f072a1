import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFObject } from '@cantoo/pdf-lib';
import type { Meaning } from '#certificates/drawing/meaning.ts';
import { Flaw, must } from './flaw.ts';
import type { MarkedStretch, MarkedText } from './marked-page.ts';
import { textIn } from './page-form.ts';

const key = (name: string) => PDFName.of(name);
const ofElement = ['Type', 'S', 'P', 'Pg', 'K', 'Alt', 'A'];
const ofRoot = ['Type', 'K', 'ParentTree', 'ParentTreeNextKey'];

/**
 * What the page says to a screen reader, in the order of its structure, which must be the order in which it is drawn.
 * Every piece of the page has one place in it, and no element says anything but what is drawn.
 */
export function meaningOfPage({ catalog }: PDFDocument, stretches: readonly MarkedStretch[]): Meaning[] {
  const marked = stretches.filter(({ number }) => number !== undefined);
  const runs = new Map(marked.map((each) => [each.number!, each]));
  must(runs.size === marked.length && marked.every(({ number }, at) => number === at), 'reads-otherwise');
  let next = 0;
  const meaning: Meaning[] = [];

  const root = catalog.lookup(key('StructTreeRoot'), PDFDict);
  hasOnly(root, ofRoot);
  const [document, ...more] = kidsOf(root);
  must(document && more.length === 0 && roleOf(document) === 'Document', 'reads-otherwise');
  for (const element of kidsOf(document)) meaning.push(...meaningOf(element));
  must(next === marked.length, 'reads-otherwise');
  return meaning;

  function meaningOf(element: PDFDict): Meaning[] {
    const role = roleOf(element);
    switch (role) {
      case 'H1':
      case 'H2':
        return [{ role, texts: [textOf(element)] }];
      case 'P': {
        const [link, ...others] = kidsOf(element);
        if (!link) return [{ role, texts: [textOf(element)] }];
        must(others.length === 0 && roleOf(link) === 'Link' && numbersOf(element).length === 0, 'reads-otherwise');
        return [{ role: 'Link', lines: [textOf(link)], uri: '', alt: '' }];
      }
      case 'L':
        return [{ role, items: kidsOf(element).map(itemOf) }];
      case 'Figure': {
        const [number, ...others] = numbersOf(element);
        must(number === next && others.length === 0, 'reads-otherwise');
        next += 1;
        must(runs.get(number)?.kind === 'figure', 'reads-otherwise');
        return [{ role, alt: textIn(element, 'Alt') }];
      }
      case 'Form':
        must(numbersOf(element).length === 0 && kidsOf(element).length === 0, 'reads-otherwise');
        return [];
      default:
        throw new Flaw('reads-otherwise');
    }
  }

  function itemOf(item: PDFDict): { label: string; body: string } {
    const [label, body, ...others] = kidsOf(item);
    must(label && body && others.length === 0, 'reads-otherwise');
    must([item, label, body].map(roleOf).join() === 'LI,Lbl,LBody', 'reads-otherwise');
    return { label: textOf(label), body: textOf(body) };
  }

  /** The text of an element: its runs, which come next on the page. */
  function textOf(element: PDFDict): string {
    const texts = numbersOf(element).map((number): MarkedText => {
      const run = runs.get(number);
      must(number === next && run?.kind === 'text', 'reads-otherwise');
      next += 1;
      return run;
    });
    return texts
      .map(({ said }) => said)
      .join('')
      .normalize('NFC')
      .replace(/\s+/g, ' ')
      .trim();
  }
}

function roleOf(element: PDFDict): string {
  hasOnly(element, ofElement);
  const role = element.lookup(key('S'), PDFName).decodeText();
  must(role === 'Figure' || role === 'Form' || !element.has(key('Alt')), 'reads-otherwise');
  return role;
}

function hasOnly(dict: PDFDict, names: readonly string[]): void {
  for (const name of dict.keys()) must(names.includes(name.decodeText()), 'reads-otherwise');
}

/** The elements inside an element; a reference to an annotation is none. */
const kidsOf = (element: PDFDict): PDFDict[] =>
  inside(element).filter((kid): kid is PDFDict => kid instanceof PDFDict && kid.get(key('Type')) !== key('OBJR'));

/** The numbers of the marked content that belongs to an element. */
const numbersOf = (element: PDFDict): number[] =>
  inside(element)
    .filter((kid): kid is PDFNumber => kid instanceof PDFNumber)
    .map((kid) => kid.asNumber());

const inside = (element: PDFDict): (PDFObject | undefined)[] => {
  const kids = element.lookup(key('K'), PDFArray);
  return kids.asArray().map((kid) => element.context.lookup(kid));
};
