import { Canvas, Document, Link, Page, Text, View } from '@react-pdf/renderer';
import type { ReactElement } from 'react';
import type { PrintedData } from '#certificates/certificate-data.ts';
import { documentProps } from '#certificates/drawing/document-props.ts';
import type { FileDescription } from '#certificates/file/xmp.ts';
import type { SigningKey } from '#certificates/signing/signing-key.ts';
import { addressOf, column, letterSpacing, nameSizeOf, qrGap, type Spacing, spacings } from './certificate-fit.ts';
import { colours, drawEndedLine, drawLine, drawQr, type Painter } from './certificate-ink.ts';
import { cleanTexts } from './clean-texts.ts';
import type { Family } from './font-files.ts';
import { lettersMissing, widthOf } from './fonts.ts';
import { type InkKind, type Meaning, miterLimitOf } from './meaning.ts';
import { qrFor } from './qr-code.ts';
import { listed, printedDay, wordsOf } from './words.ts';

/** A drawing, its meaning in reading order, the description of the file, and letters that could not be drawn. */
type Drawing = { element: ReactElement; meaning: Meaning[]; file: FileDescription; missing: string[] };
type Item = { label: string; body: string };

const { petrol, ink, grey, pale } = colours;
// Slightly less than A4: react-pdf moves anything taller to a second page.
const page = { width: 595, height: 841 };

/**
 * One A4 page: the course's line runs down it and ends in a seal drawn from the certificate's number. On a proof of
 * attendance the line ends without a seal, and the page says that it certifies nothing.
 */
export function certificatePage(
  given: PrintedData,
  spacing: Spacing = spacings[0]!,
  signedBy?: SigningKey['kind'],
): Drawing {
  const c = cleanTexts(given);
  const w = wordsOf(c);
  const earned = w[c.variant ?? 'course'];
  const attended = c.variant === 'attendance';
  const meaning: Meaning[] = [];
  const missing = new Set<string>();
  const space = (points: number) => points * spacing.space;
  const day = (iso: string) => printedDay(c.language, iso);

  const write = (text: string, style: object, family: Family = 'Sans') => {
    for (const letter of lettersMissing(family, text)) missing.add(letter);
    const face = { fontFamily: family, fontWeight: family === 'Serif' ? 300 : 400 };
    return (
      // This penalty works like infinity: otherwise react-pdf breaks a word where its script changes and adds a hyphen.
      <Text
        hyphenationPenalty={10_000}
        style={{ ...face, fontSize: 10, lineHeight: 1.4, color: ink, flexShrink: 0, ...style }}
      >
        {text}
      </Text>
    );
  };
  // JavaScript evaluates arguments in source order, so the calls of `say` below are in reading order.
  const say = (role: 'H1' | 'H2' | 'P', text: string, style: object, family?: Family) => {
    meaning.push({ role, texts: [text] });
    return write(text, style, family);
  };
  /** Continues the same sentence in another typeface or size. */
  const goOn = (text: string, style: object, family?: Family) => {
    const sentence = meaning.at(-1);
    if (sentence?.role === 'P') sentence.texts.push(text);
    return write(text, style, family);
  };
  const list = (items: Item[], row: (item: Item) => ReactElement) => {
    if (items.length > 0) meaning.push({ role: 'L', items });
    return items.map(row);
  };
  const bullet = ({ label, body }: Item) => (
    <View key={body} style={{ flexDirection: 'row', flexShrink: 0 }}>
      {write(label, { fontSize: 9.5, lineHeight: 1.5, width: 11 })}
      {write(body, { fontSize: 9.5, lineHeight: 1.5, width: column.width - 11 })}
    </View>
  );
  const fact = ({ label, body }: Item) => (
    <View key={label} style={{ flexDirection: 'row', flexShrink: 0, marginBottom: 4.5 }}>
      {write(label, { color: grey, width: 134, lineHeight: 1.3 })}
      {write(body, { fontWeight: 600, width: column.width - 134, lineHeight: 1.3 })}
    </View>
  );
  const qr = qrFor(c.verifyUrl);
  const linkTo = (uri: string) => {
    const { lines, size } = addressOf(uri, qr.size);
    meaning.push({ role: 'Link', lines, uri, alt: w.link(uri) });
    return (
      <Link src={uri} style={{ textDecoration: 'none' }}>
        <View>
          {lines.map((text) => (
            <View key={text}>{write(text, { fontSize: size, color: petrol, lineHeight: 1.6 }, 'Mono')}</View>
          ))}
        </View>
      </Link>
    );
  };
  const qrTo = (uri: string) => {
    meaning.push({ role: 'Figure', alt: w.qr(uri) });
    return (
      <Canvas
        style={{ width: qr.size, height: qr.size }}
        paint={painting('figure', (p, width) => drawQr(p, qr.code, width))}
      />
    );
  };
  const period =
    c.variant === 'attendance'
      ? [
          {
            label: c.days.length === 1 ? w.attendance.day : w.attendance.days,
            body: listed(c.language, c.days.map(day)),
          },
        ]
      : [
          { label: w.from, body: day(c.validFrom) },
          { label: w.until, body: day(c.lastValidDay) },
        ];
  const facts = [...period, { label: w.library, body: c.library }, { label: w.issued, body: day(c.issuedOn) }];
  const numberLine = `${w.number} ${c.number}`;
  const numberWidth = widthOf('Sans', numberLine, 10);
  const nameSize = nameSizeOf(c.name, spacing);
  // A paper for a demo person or from a development key says so, on the page and in its title.
  const notes = [...(c.demo ? [w.demo] : []), ...(signedBy === 'development' ? [w.development] : [])];
  const file: FileDescription = {
    title: `${w.kind} ${c.number}: ${c.name}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`,
    author: c.issuer,
    subject: c.course,
    language: w.locale,
    at: new Date(`${c.issuedOn}T00:00:00Z`),
  };

  const element = (
    <Document {...documentProps(file)}>
      <Page size="A4">
        <Canvas
          style={{ position: 'absolute', left: 0, top: 0, ...page }}
          paint={painting('ornament', (p) => (attended ? drawEndedLine(p, c) : drawLine(p, c)))}
        />
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
              marginBottom: space(88 - 18 * notes.length),
            }}
          >
            {say('P', c.issuer, { fontWeight: 600, width: column.width - numberWidth - 18 })}
            {say('P', numberLine, { color: grey })}
          </View>
          {say(
            'H1',
            w.kind,
            {
              fontSize: (w.kind.length < 12 ? 60 : w.kind.length < 20 ? 46 : 34) * spacing.type,
              lineHeight: 1.05,
              color: petrol,
              letterSpacing: -0.8,
              marginBottom: space(notes.length > 0 ? 10 : 34),
            },
            'Serif',
          )}
          {notes.map((note, at) => (
            <View key={note} style={{ flexShrink: 0, marginBottom: space(at === notes.length - 1 ? 26 : 0) }}>
              {say('P', note, { fontSize: 12.5, fontWeight: 600 })}
            </View>
          ))}
          {say('P', w.lead, { fontSize: 11.5, color: grey, marginBottom: space(6) })}
          {goOn(c.name, { fontSize: nameSize, lineHeight: 1.15, letterSpacing, marginBottom: space(12) }, 'Serif')}
          {goOn(earned.did, { fontSize: 11.5, color: grey, marginBottom: space(6) })}
          {goOn(c.course, { fontSize: Math.max(11.5, 20 * spacing.type), lineHeight: 1.28, maxWidth: 350 }, 'Serif')}
          {goOn(earned.edition(c.edition), { fontSize: 11.5, marginTop: space(6), marginBottom: space(26) })}
          {say('H2', earned.proof, { fontSize: 9.5, fontWeight: 600, marginBottom: 3 })}
          {list(
            c.evidence.map((body) => ({ label: '–', body })),
            bullet,
          )}
          {attended && (
            <View style={{ flexShrink: 0, marginTop: space(12) }}>
              {say('P', w.attendance.note, { fontSize: 9.5, fontWeight: 600 })}
            </View>
          )}
          <View style={{ flexGrow: 1, minHeight: space(14) }} />
          {rule(petrol)}
          <View style={{ flexShrink: 0, paddingTop: space(14), marginBottom: space(11) }}>{list(facts, fact)}</View>
          {rule(pale)}
          <View style={{ flexDirection: 'row', flexShrink: 0, alignItems: 'flex-end', paddingTop: 14 }}>
            <View style={{ width: column.width - qr.size, paddingRight: qrGap }}>
              {say('H2', w.check, { fontSize: 9.5, fontWeight: 600 })}
              {linkTo(c.verifyUrl)}
              {say('P', signedBy === 'real' ? `${w.hint} ${w.signed}` : w.hint, { fontSize: 8.5, color: grey })}
            </View>
            {qrTo(c.verifyUrl)}
          </View>
        </View>
      </Page>
    </Document>
  );
  return { element, meaning, file, missing: [...missing] };
}

/** Wraps a drawing so that its canvas first declares what it is; all strokes must be inside a canvas. */
const painting =
  (kind: InkKind, paint: (p: Painter, width: number, height: number) => void) =>
  (p: unknown, width: number, height: number): null => {
    (p as Painter).miterLimit(miterLimitOf(kind));
    paint(p as Painter, width, height);
    return null;
  };

const rule = (color: string) => (
  <Canvas
    style={{ height: 0.75, width: '100%', flexShrink: 0 }}
    paint={painting('ornament', (p, width, height) => p.rect(0, 0, width, height).fillColor(color).fill())}
  />
);
