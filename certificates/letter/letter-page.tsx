import { View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import { addressOf } from '#certificates/drawing/certificate-fit.ts';
import { drawQr } from '#certificates/drawing/certificate-ink.ts';
import { qrFor } from '#certificates/drawing/qr-code.ts';
import { printedDay } from '#certificates/drawing/words.ts';
import { colours } from '#certificates/report/report-ink.ts';
import type { Writer } from '#certificates/report/report-writer.tsx';
import type { CleanLetters, Written } from './clean-letters.ts';
import { letterWords } from './words.ts';

/** The page in points; it is slightly less than A4 high, because react-pdf moves anything taller to another page. */
export const page = { width: 439, left: 78, top: 62, bottom: 50, height: 840 };

/** One letter: to whom, the wave and its day, the agency's own words, and how and by when to answer. */
export function letterPage(
  { say, figure, linkTo }: Writer,
  { language, issuer, writtenOn, writeTo, demo }: CleanLetters,
  letter: Written,
  size: number,
): ReactNode {
  const w = letterWords[language];
  const day = (each: string) => printedDay(language, each);
  const { width } = page;
  const paragraph = (text: string, style: object = {}, room = width) => (
    <View key={text} style={{ marginBottom: size * 0.7, width: room, flexShrink: 0 }}>
      {say('P', text, { fontSize: size, lineHeight: 1.5, width: room, ...style })}
    </View>
  );
  const heading = (text: string, room = width) =>
    say('H2', text, { fontSize: size + 2.5, fontWeight: 600, width: room, marginBottom: 5 });
  const qr = qrFor(letter.answerUrl);
  const address = addressOf(letter.answerUrl, qr.size);
  const right = width - qr.size - 22;
  return (
    <>
      <View style={{ flexDirection: 'row', width, marginBottom: 44, flexShrink: 0 }}>
        {say('P', issuer, { fontWeight: 600, fontSize: 11, width: width - 150 })}
        {say('P', day(writtenOn), { color: colours.grey, fontSize: 11, width: 150, textAlign: 'right' })}
      </View>
      {say(
        'H1',
        w.heading(letter.service),
        { fontSize: 27, lineHeight: 1.15, color: colours.petrol, width, marginBottom: demo ? 8 : 24 },
        'Serif',
      )}
      {demo && <View style={{ marginBottom: 20 }}>{say('P', w.demo, { fontWeight: 600, width })}</View>}
      {paragraph(w.invited(letter.wave, day(letter.opensOn)))}
      {letter.paragraphs.map((text) => paragraph(text))}
      <View style={{ marginTop: size, marginBottom: size * 1.8, flexDirection: 'row', width, flexShrink: 0 }}>
        <View style={{ marginRight: 22, paddingTop: 4 }}>
          {figure(w.qr(letter.answerUrl), { width: qr.size, height: qr.size }, (p) => drawQr(p, qr.code, qr.size))}
        </View>
        <View style={{ width: right }}>
          {heading(w.answer.heading, right)}
          {paragraph(w.answer.by(day(letter.answerBy)), { fontWeight: 600 }, right)}
          {linkTo(letter.answerUrl, address.lines, w.link(letter.answerUrl), address.size)}
          <View style={{ height: size * 0.7 }} />
          {paragraph(w.answer.how, {}, right)}
          {paragraph(w.answer.why, {}, right)}
        </View>
      </View>
      {heading(w.write.heading)}
      {paragraph(w.write.to(writeTo))}
      <View style={{ height: size }} />
      {paragraph(w.regards)}
      {say('P', issuer, { fontSize: size, fontWeight: 600, width })}
    </>
  );
}
