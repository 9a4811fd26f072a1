import { Canvas, Document, Link, Page, Text, View } from '@react-pdf/renderer';
import QRCode from 'qrcode';
import type { ReactElement } from 'react';
import type { CertificateData, StepMark } from './certificate-data.ts';
import { type Family, lettersMissing } from './fonts.ts';
import { type Curve, seal, strands } from './seal.ts';
import { words } from './words.ts';

/** A drawing, what it says in reading order, and the letters that could not be drawn. */
export type Drawing = { element: ReactElement; meaning: string[]; missing: string[] };

// react-pdf hands the canvas a painter over pdfkit: these are the methods used here.
type Painter = Record<
  | 'save'
  | 'restore'
  | 'rotate'
  | 'translate'
  | 'scale'
  | 'moveTo'
  | 'lineTo'
  | 'bezierCurveTo'
  | 'rect'
  | 'circle'
  | 'polygon'
  | 'lineWidth'
  | 'lineCap'
  | 'lineJoin'
  | 'strokeColor'
  | 'fillColor'
  | 'stroke'
  | 'fill'
  | 'fillAndStroke',
  (...args: any[]) => any
>;

const petrol = '#00505a';
const ink = '#1a1a1a';
const grey = '#57564f';
const pale = '#bcd6d8';
// A hair under A4: anything taller is moved to a second page.
const page = { width: 595, height: 841 };
const line = { x: 88, first: 68, unfurl: 290, sealTop: 566, sealSize: 142 };
const qrSize = 76;

/** One A4 page: the course's line runs down it and closes into a seal drawn from the certificate's number. */
export function certificatePage(given: CertificateData): Drawing {
  // Å as one letter, whoever typed it.
  const c: CertificateData = JSON.parse(JSON.stringify(given).normalize('NFC'));
  const w = words[c.language];
  const meaning: string[] = [];
  const missing = new Set<string>();
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
      {say(text, { fontSize: 9.5, lineHeight: 1.5, flexGrow: 1, flexBasis: 0, flexShrink: 1 })}
    </View>
  );
  const fact = ([label, body]: readonly [string, string]) => (
    <View key={label} style={{ flexDirection: 'row', flexShrink: 0, marginBottom: 4.5 }}>
      {say(label, { color: grey, width: 134, lineHeight: 1.3 })}
      {say(body, { fontWeight: 600, flexGrow: 1, flexBasis: 0, flexShrink: 1, lineHeight: 1.3 })}
    </View>
  );
  const facts = [
    [w.from, day(c.validFrom)],
    [w.until, day(c.lastValidDay)],
    [w.library, c.library],
    [w.issued, day(c.issuedOn)],
  ] as const;
  const kindSize = w.kind.length < 12 ? 60 : 46;
  const nameSize = c.name.length > 30 ? 27 : c.name.length > 18 ? 33 : 40;
  const issuedAt = new Date(`${c.issuedOn}T00:00:00Z`);

  const element = (
    <Document
      title={`${w.kind} ${c.number}: ${c.name}`}
      author={c.issuer}
      subject={c.course}
      language={w.locale}
      creator="Vejlederbevis"
      producer="Vejlederbevis"
      creationDate={issuedAt}
      modificationDate={issuedAt}
    >
      <Page size="A4">
        <Canvas style={{ position: 'absolute', left: 0, top: 0, ...page }} paint={painting(drawLine(c))} />
        <View
          style={{ height: 840, paddingTop: 62, paddingBottom: c.demo ? 30 : 50, paddingLeft: 182, paddingRight: 56 }}
        >
          <View style={{ flexDirection: 'row', justifyContent: 'space-between', marginBottom: c.demo ? 62 : 88 }}>
            {say(c.issuer, { fontWeight: 600, flexShrink: 1, paddingRight: 18 })}
            {say(`${w.number} ${c.number}`, { color: grey })}
          </View>
          {say(
            w.kind,
            {
              fontSize: kindSize,
              lineHeight: 1.05,
              color: petrol,
              letterSpacing: -0.8,
              marginBottom: c.demo ? 14 : 34,
            },
            'Serif',
          )}
          {c.demo && say(w.demo, { fontSize: 10, fontWeight: 600, marginBottom: 18 })}
          {say(w.lead, { fontSize: 11.5, color: grey, marginBottom: 6 })}
          {say(c.name, { fontSize: nameSize, lineHeight: 1.15, letterSpacing: -0.4, marginBottom: 12 }, 'Serif')}
          {say(w.did, { fontSize: 11.5, color: grey, marginBottom: 6 })}
          {say(c.course, { fontSize: 20, lineHeight: 1.28, maxWidth: 350 }, 'Serif')}
          {say(w.edition(c.edition), { fontSize: 11.5, marginTop: 6, marginBottom: 26 })}
          {say(w.proof, { fontSize: 9.5, fontWeight: 600, marginBottom: 3 })}
          {c.evidence.map(bullet)}
          <View style={{ flexGrow: 1 }} />
          {rule(petrol)}
          <View style={{ flexShrink: 0, paddingTop: 14, marginBottom: 11 }}>{facts.map(fact)}</View>
          {rule(pale)}
          <View style={{ flexDirection: 'row', flexShrink: 0, alignItems: 'flex-end', paddingTop: 14 }}>
            <View style={{ flexGrow: 1, flexBasis: 0, paddingRight: 18 }}>
              {say(w.check, { fontSize: 9.5, fontWeight: 600 })}
              <Link src={c.verifyUrl} style={{ textDecoration: 'none' }}>
                {say(
                  c.verifyUrl.replace(/^https?:\/\//, ''),
                  { fontSize: 8.2, color: petrol, lineHeight: 1.6 },
                  'Mono',
                )}
              </Link>
              {say(w.hint, { fontSize: 8.5, color: grey })}
            </View>
            <Canvas style={{ width: qrSize, height: qrSize }} paint={painting(drawQr(c.verifyUrl))} />
          </View>
        </View>
      </Page>
    </Document>
  );
  return { element, meaning, missing: [...missing] };
}

type Paint = (p: Painter, width: number, height: number) => void;

const painting =
  (paint: Paint) =>
  (p: any, width: number, height: number): null => {
    paint(p, width, height);
    return null;
  };

const rule = (color: string) => (
  <Canvas
    style={{ height: 0.75, width: '100%' }}
    paint={painting((p, width, height) => p.rect(0, 0, width, height).fillColor(color).fill())}
  />
);

/** The steps on their line; passed, the line unfurls and closes into the seal. */
const drawLine =
  (c: CertificateData): Paint =>
  (p) => {
    const gap = Math.min(27, (line.unfurl - 24 - line.first) / Math.max(1, c.steps.length - 1));
    const size = Math.min(1, gap / 15);
    p.lineWidth(1.3).strokeColor(petrol).fillColor(petrol);
    p.moveTo(line.x, 0).lineTo(line.x, line.unfurl).stroke();
    c.steps.forEach((step, at) => marks[step](p, line.x, line.first + at * gap, size));
    p.fillAndStroke();
    p.lineWidth(0.5);
    for (const strand of strands(c.number, line.x, line.unfurl, line.sealTop + 10, 19)) trace(p, strand);
    p.stroke()
      .translate(line.x, line.sealTop + line.sealSize / 2)
      .scale(line.sealSize / 202)
      .lineWidth(0.72);
    p.circle(0, 0, 100).fillColor('#ffffff').fill();
    for (const { curve, turns } of seal(c.number)) {
      for (const turn of turns) {
        trace(p.save().rotate(turn), curve);
        p.stroke().restore();
      }
    }
    p.circle(0, 0, 33).fillColor(petrol).fill();
    p.moveTo(-14, 1).lineTo(-5, 10).lineTo(14, -10);
    p.lineWidth(6).lineCap('round').lineJoin('round').strokeColor('#ffffff').stroke();
  };

const marks: Record<StepMark, (p: Painter, x: number, y: number, k: number) => void> = {
  lesson: (p, x, y, k) => p.circle(x, y, 5 * k),
  practical: (p, x, y, k) => p.rect(x - 4.6 * k, y - 4.6 * k, 9.2 * k, 9.2 * k),
  quiz: (p, x, y, k) => p.polygon([x, y - 6.4 * k], [x + 6.4 * k, y], [x, y + 6.4 * k], [x - 6.4 * k, y]),
  day: (p, x, y, k) => {
    const [a, b, c] = [3 * k, 5.2 * k, 6 * k];
    p.polygon([x - a, y - b], [x + a, y - b], [x + c, y], [x + a, y + b], [x - a, y + b], [x - c, y]);
  },
};

function trace(p: Painter, { start, pieces }: Curve) {
  p.moveTo(...start);
  for (const [a, b, c] of pieces) p.bezierCurveTo(a[0], a[1], b[0], b[1], c[0], c[1]);
}

/** One rectangle per run of dark modules. */
const drawQr =
  (text: string): Paint =>
  (p, width) => {
    const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules;
    p.scale(width / size);
    for (let y = 0; y < size; y++) {
      for (let x = 0; x < size; x++) {
        const first = x;
        while (x < size && data[y * size + x]) x++;
        if (x > first) p.rect(first, y, x - first, 1);
      }
    }
    p.fillColor(ink).fill();
  };
