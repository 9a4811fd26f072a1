import { PDFArray, PDFDict, PDFHexString, PDFName, type PDFRef, PDFString } from '@cantoo/pdf-lib';
import { operationsOf } from '#certificates/file/content-operations.ts';
import type { Rules } from './archive-rules.ts';
import { type Element, key, type OpenPdf, parentTreeOf } from './opened-pdf.ts';

const roles = [
  'Document',
  'H1',
  'H2',
  'H3',
  'P',
  'Table',
  'TR',
  'TH',
  'TD',
  'L',
  'LI',
  'Lbl',
  'LBody',
  'Link',
  'Figure',
  'Form',
];
const ink = ['TJ', 'Tj', 'f', 'S', 'B', 'Do', 'sh'];

/** ISO 14289-1 (PDF/UA-1). */
export const accessRules: Rules = {
  'PDF/UA-1 5: it says that it is part 1': ({ xmp }) => xmp.includes('<pdfuaid:part>1</pdfuaid:part>'),
  'PDF/UA-1 7.1: all that is drawn is tagged or ornament': ({ content }) => marksOf(content).bare === 0,
  'PDF/UA-1 7.1: each piece of content knows its element, and the element it': (file) => {
    const owners = parentTreeOf(file).get(file.at);
    const { numbers } = marksOf(file.content);
    const owned = file.elements.flatMap((element) => element.content.map((number) => ({ element, number })));
    return (
      owners instanceof PDFArray &&
      owned.length === numbers.length &&
      new Set(numbers).size === numbers.length &&
      owned.every(({ element, number }) => numbers.includes(number) && owners.get(number) === element.ref)
    );
  },
  'PDF/UA-1 7.1: each element knows what it lies in': ({ elements }) =>
    elements.every(({ dict, parent }) => dict.get(key('P')) === parent),
  'PDF/UA-1 7.1: every role is one that readers know': ({ elements }) =>
    elements.every(({ role }) => roles.includes(role)),
  'PDF/UA-1 7.1: the window shows the title, and the title is that of the metadata': ({ catalog, pdf, xmp }) => {
    const shown =
      String(catalog.lookupMaybe(key('ViewerPreferences'), PDFDict)?.get(key('DisplayDocTitle'))) === 'true';
    const title = pdf.getTitle()?.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    const [, said = ''] = xmp.match(/<dc:title>(.*?)<\/dc:title>/) ?? [];
    const titles = [...said.matchAll(/xml:lang="([^"]+)">([^<]*)</g)];
    const languages = titles.map(([, language]) => language).join();
    return shown && /^x-default,(da-DK|en-GB)$/.test(languages) && titles.every(([, , text]) => text === title);
  },
  'PDF/UA-1 7.3: a figure has words and its true box': ({ elements, content }) => {
    const figures = elements.filter(({ role }) => role === 'Figure');
    return (
      figures.length === 1 &&
      content.includes('/Figure <</MCID') &&
      figures.every(({ dict }) => {
        const [x0, y0, x1, y1] = (
          dict.lookupMaybe(key('A'), PDFDict)?.lookup(key('BBox'), PDFArray).asArray() ?? []
        ).map((side) => Number(String(side))) as number[];
        return (
          textIn(dict, 'Alt') !== '' &&
          // It stands in the lower right corner; a long address makes it larger.
          [x1! - 539, y0! - 51.89, x1! - x0! - (y1! - y0!)].every((off) => Math.abs(off) < 0.1) &&
          x1! - x0! >= 75.9
        );
      })
    );
  },
  'PDF/UA-1 7.4.2: headings begin at one and leave none out': ({ elements }) => {
    const levels = elements.filter(({ role }) => /^H\d/.test(role)).map(({ role }) => Number(role[1]));
    return levels[0] === 1 && levels.every((level, at) => level <= (levels[at - 1] ?? 0) + 1);
  },
  'PDF/UA-1 7.6: lists hold items, items a label and a body': ({ elements }) =>
    elements.filter(({ role }) => role === 'L').every((list) => isList(list)) &&
    elements
      .filter(({ role }) => role === 'LI')
      .every(({ kids }) => kids.map(({ role }) => role).join() === 'Lbl,LBody'),
  'PDF/UA-1 7.18.1 and 7.18.5: a link has words and lies in a Link': (file) => {
    const links = annotationsOf(file, 'Link');
    const owners = parentTreeOf(file);
    return (
      links.length === 1 &&
      links.every((ref) => {
        const link = file.pdf.context.lookup(ref, PDFDict);
        const owner = file.elements.find(({ role, objects }) => role === 'Link' && objects.includes(ref));
        return (
          textIn(link, 'Contents') !== '' &&
          owner !== undefined &&
          owners.get(Number(String(link.get(key('StructParent'))))) === owner.ref
        );
      })
    );
  },
  'PDF/UA-1 7.18.1 and 7.18.4: a field has words and lies in a Form': (file) => {
    const owners = parentTreeOf(file);
    return annotationsOf(file, 'Widget').every((ref) => {
      const field = file.pdf.context.lookup(ref, PDFDict);
      const owner = file.elements.find(({ role, objects }) => role === 'Form' && objects.includes(ref));
      return (
        textIn(field, 'TU') !== '' &&
        owner !== undefined &&
        textIn(owner.dict, 'Alt') !== '' &&
        owners.get(Number(String(field.get(key('StructParent'))))) === owner.ref
      );
    });
  },
  'PDF/UA-1 7.18.3: the tab key follows the structure': ({ page }) => page.get(key('Tabs')) === PDFName.of('S'),
};

function annotationsOf({ page, pdf }: OpenPdf, subtype: string): PDFRef[] {
  const all = (page.lookupMaybe(key('Annots'), PDFArray)?.asArray() ?? []) as PDFRef[];
  return all.filter((ref) => pdf.context.lookup(ref, PDFDict).get(key('Subtype')) === key(subtype));
}

const isList = ({ dict, kids }: Element) =>
  dict.lookupMaybe(key('A'), PDFDict)?.get(key('ListNumbering')) === key('None') &&
  kids.length > 0 &&
  kids.every(({ role }) => role === 'LI');

function textIn(dict: PDFDict, name: string): string {
  const text = dict.lookup(key(name));
  return text instanceof PDFHexString || text instanceof PDFString ? text.decodeText() : '';
}

/** The numbers of marked content, and how often something is drawn outside any mark or in two elements at once. */
function marksOf(content: OpenPdf['content']): { numbers: number[]; bare: number } {
  const numbers: number[] = [];
  const open: string[] = [];
  let bare = 0;
  for (const { name, args } of operationsOf(content)) {
    if (name === 'BDC' || name === 'BMC') open.push(args[0]!);
    if (name === 'BDC' && args.includes('/MCID')) numbers.push(Number(args[args.indexOf('/MCID') + 1]));
    if (name === 'EMC' && open.pop() === undefined) bare++;
    if (ink.includes(name) && open.filter((tag) => tag !== '/Span').length !== 1) bare++;
  }
  return { numbers, bare: bare + open.length };
}
