import { Canvas, Document, Link, Page, Text, View } from '@react-pdf/renderer';
import type { ReactElement } from 'react';
import type { CertificateData } from './certificate-data.ts';
import { colours, drawLine, drawQr, type Painter } from './certificate-ink.ts';
import { type Family, lettersMissing, widthOf } from './fonts.ts';
import { words } from './words.ts';

/** A drawing, what it says in reading order, and the letters that could not be drawn. */
type Drawing = { element: ReactElement; meaning: string[]; missing: string[] };

/** How much of the usual space, and of the usual size of the large type, a page gets. */
type Roominess = { space: number; type: number };
export const roominesses: Roominess[] = [
  { space: 1, type: 1 },
  { space: 0.7, type: 0.9 },
  { space: 0.4, type: 0.7 },
  { space: 0.2, type: 0.5 },
];

const { petrol, ink, grey, pale } = colours;
// A hair under A4: anything taller is moved to a second page.
const page = { width: 595, height: 841 };
const column = { left: 182, right: 56, width: 357 };
const qr = { size: 76, gap: 18 };

/** One A4 page: the course's line runs down it and closes into a seal drawn from the certificate's number. */
export function certificatePage(given: CertificateData, room: Roominess = roominesses[0]!): Drawing {
  const c = cleaned(given);
  const w = words[c.language];
  const meaning: string[] = [];
  const missing = new Set<string>();
  const space = (points: number) => points * room.space;
  const day = (iso: string) =>
    new Intl.DateTimeFormat(w.locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
      new Date(`${iso}T00:00:00Z`),
    );

  // Arguments are evaluated in source order, so what is said below is said in reading order.
  const say = (text: string, style: object, family: Family = 'Sans') => {
    meaning.push(text);
    for (const letter of lettersMissing(family, text)) missing.add(letter);
    const face = { fontFamily: family, fontWeight: family === 'Serif' ? 300 : 400 };
    return <Text style={{ ...face, fontSize: 10, lineHeight: 1.4, color: ink, flexShrink: 0, ...style }}>{text}</Text>;
  };
  const bullet = (text: string) => (
    <View key={text} style={{ flexDirection: 'row', flexShrink: 0 }}>
      {say('–', { fontSize: 9.5, lineHeight: 1.5, width: 11 })}
      {say(text, { fontSize: 9.5, lineHeight: 1.5, width: column.width - 11 })}
    </View>
  );
  const fact = ([label, body]: readonly [string, string]) => (
    <View key={label} style={{ flexDirection: 'row', flexShrink: 0, marginBottom: 4.5 }}>
      {say(label, { color: grey, width: 134, lineHeight: 1.3 })}
      {say(body, { fontWeight: 600, width: column.width - 134, lineHeight: 1.3 })}
    </View>
  );
  const facts = [
    [w.from, day(c.validFrom)],
    [w.until, day(c.lastValidDay)],
    [w.library, c.library],
    [w.issued, day(c.issuedOn)],
  ] as const;
  const numberLine = `${w.number} ${c.number}`;
  const numberWidth = widthOf('Sans', numberLine, 10);
  const nameSize = nameSizeOf(c.name, room);
  const address = addressOf(c.verifyUrl);
  const issuedAt = new Date(`${c.issuedOn}T00:00:00Z`);

  const element = (
    <Document
      title={`${w.kind} ${c.number}: ${c.name}${c.demo ? ` (${w.demo})` : ''}`}
      author={c.issuer}
      subject={c.course}
      language={w.locale}
      creator="Vejlederbevis"
      producer="Vejlederbevis"
      creationDate={issuedAt}
      modificationDate={issuedAt}
    >
      <Page size="A4">
        <Canvas style={{ position: 'absolute', left: 0, top: 0, ...page }} paint={painting((p) => drawLine(p, c))} />
        <View
          style={{
            height: 840,
            paddingTop: 62,
            paddingBottom: 50,
            paddingLeft: column.left,
            paddingRight: column.right,
          }}
        >
          <View
            style={{
              flexDirection: 'row',
              flexShrink: 0,
              justifyContent: 'space-between',
              marginBottom: space(c.demo ? 70 : 88),
            }}
          >
            {say(c.issuer, { fontWeight: 600, width: column.width - numberWidth - 18 })}
            {say(numberLine, { color: grey })}
          </View>
          {say(
            w.kind,
            {
              fontSize: (w.kind.length < 12 ? 60 : 46) * room.type,
              lineHeight: 1.05,
              color: petrol,
              letterSpacing: -0.8,
              marginBottom: space(c.demo ? 10 : 34),
            },
            'Serif',
          )}
          {c.demo && say(w.demo, { fontSize: 12.5, fontWeight: 600, marginBottom: space(26) })}
          {say(w.lead, { fontSize: 11.5, color: grey, marginBottom: space(6) })}
          {say(c.name, { fontSize: nameSize, lineHeight: 1.15, letterSpacing, marginBottom: space(12) }, 'Serif')}
          {say(w.did, { fontSize: 11.5, color: grey, marginBottom: space(6) })}
          {say(c.course, { fontSize: Math.max(11.5, 20 * room.type), lineHeight: 1.28, maxWidth: 350 }, 'Serif')}
          {say(w.edition(c.edition), { fontSize: 11.5, marginTop: space(6), marginBottom: space(26) })}
          {say(w.proof, { fontSize: 9.5, fontWeight: 600, marginBottom: 3 })}
          {c.evidence.map(bullet)}
          <View style={{ flexGrow: 1, minHeight: space(14) }} />
          {rule(petrol)}
          <View style={{ flexShrink: 0, paddingTop: space(14), marginBottom: space(11) }}>{facts.map(fact)}</View>
          {rule(pale)}
          <View style={{ flexDirection: 'row', flexShrink: 0, alignItems: 'flex-end', paddingTop: 14 }}>
            <View style={{ width: column.width - qr.size, paddingRight: qr.gap }}>
              {say(w.check, { fontSize: 9.5, fontWeight: 600 })}
              <Link src={c.verifyUrl} style={{ textDecoration: 'none' }}>
                <View>
                  {address.lines.map((text) => (
                    <View key={text}>
                      {say(text, { fontSize: address.size, color: petrol, lineHeight: 1.6 }, 'Mono')}
                    </View>
                  ))}
                </View>
              </Link>
              {say(w.hint, { fontSize: 8.5, color: grey })}
            </View>
            <Canvas
              style={{ width: qr.size, height: qr.size }}
              paint={painting((p, width) => drawQr(p, c.verifyUrl, width))}
            />
          </View>
        </View>
      </Page>
    </Document>
  );
  return { element, meaning, missing: [...missing] };
}

/**
 * Å as one letter, whoever typed it; spaces as one, and no letters that nobody sees. A ready-made ﬁ becomes f and i:
 * drawn once, fontkit would remember it and spell every later "certificeret" with it.
 */
function cleaned(given: CertificateData): CertificateData {
  const clean = (text: string) =>
    text
      .normalize('NFC')
      .replace(/[\ufb00-\ufb4f]/g, (sign) => sign.normalize('NFKC'))
      .replace(/\p{Cf}/gu, '')
      .replace(/\s+/g, ' ')
      .trim();
  return {
    ...given,
    name: clean(given.name),
    issuer: clean(given.issuer),
    course: clean(given.course),
    library: clean(given.library),
    evidence: given.evidence.map(clean),
  };
}

const letterSpacing = -0.4;

/** The largest size at which the name stands on one line, or two where it is long, and no word is too wide. */
function nameSizeOf(name: string, room: Roominess): number {
  const fits = (size: number) => {
    const lines = linesOf(name, size);
    return lines <= (size > 27 ? 1 : size > 18 ? 2 : 3);
  };
  const sizes = [40, 38, 36, 33, 30, 27, 24, 22, 20, 18, 16, 14, 12].filter((size) => size <= 40 * room.type);
  return sizes.find(fits) ?? 10;
}

/** In how many lines a text in Serif is broken; too many to count when a word is wider than the column. */
function linesOf(text: string, size: number): number {
  const width = (part: string) => widthOf('Serif', part, size) + letterSpacing * part.length;
  let lines = 1;
  let current = '';
  for (const word of text.split(' ')) {
    if (width(word) > column.width) return Number.POSITIVE_INFINITY;
    const longer = current === '' ? word : `${current} ${word}`;
    if (width(longer) > column.width) lines++;
    current = width(longer) > column.width ? word : longer;
  }
  return lines;
}

/** The address as printed: smaller where it is long, and on two lines where that would be too small to read. */
function addressOf(url: string): { lines: string[]; size: number } {
  const text = url.replace(/^https?:\/\//, '');
  const room = column.width - qr.size - qr.gap;
  const sizeFor = (line: string) => Math.min(8.2, Math.floor((room / widthOf('Mono', line, 1)) * 10) / 10);
  if (sizeFor(text) >= 6.5) return { lines: [text], size: sizeFor(text) };
  const slash = text.indexOf('/');
  const lines = slash > 0 ? [text.slice(0, slash), text.slice(slash)] : [text];
  return { lines, size: Math.min(...lines.map(sizeFor)) };
}

const painting =
  (paint: (p: Painter, width: number, height: number) => void) =>
  (p: unknown, width: number, height: number): null => {
    paint(p as Painter, width, height);
    return null;
  };

const rule = (color: string) => (
  <Canvas
    style={{ height: 0.75, width: '100%', flexShrink: 0 }}
    paint={painting((p, width, height) => p.rect(0, 0, width, height).fillColor(color).fill())}
  />
);
