import { Canvas, Link, Text, View } from '@react-pdf/renderer';
import type { ReactElement, ReactNode } from 'react';
import type { Painter } from '#certificates/drawing/certificate-ink.ts';
import type { Family } from '#certificates/drawing/font-files.ts';
import { lettersMissing } from '#certificates/drawing/fonts.ts';
import { type InkKind, type Meaning, miterLimitOf } from '#certificates/drawing/meaning.ts';
import type { ReportPart } from './report-data.ts';
import { colours, drawSwatch } from './report-ink.ts';

type Column = { width: number; right?: boolean };
export type Writer = ReturnType<typeof reportWriter>;

/** Draws the pieces of one page and notes what each means, in the order in which they are written. */
export function reportWriter() {
  const meaning: Meaning[] = [];
  const missing = new Set<string>();

  const write = (text: string, style: object = {}, family: Family = 'Sans') => {
    for (const letter of lettersMissing(family, text)) missing.add(letter);
    const face = { fontFamily: family, fontWeight: family === 'Serif' ? 300 : 400 };
    return (
      <Text
        hyphenationPenalty={10_000}
        style={{ ...face, fontSize: 9.5, lineHeight: 1.4, color: colours.ink, flexShrink: 0, ...style }}
      >
        {text}
      </Text>
    );
  };
  const say = (role: 'H1' | 'H2' | 'H3' | 'P', text: string, style: object = {}, family?: Family) => {
    meaning.push({ role, texts: [text] });
    return write(text, style, family);
  };
  /** What stands on every page and is not read aloud. */
  const furnish = (text: string, style: object = {}) => {
    meaning.push({ role: 'Furniture', texts: [text] });
    return write(text, { fontSize: 8, color: colours.grey, ...style });
  };
  const list = (items: readonly string[], width: number, size = 9.5) => {
    if (items.length > 0) meaning.push({ role: 'L', items: items.map((body) => ({ label: '–', body })) });
    return items.map((body) => (
      <View key={body} style={{ flexDirection: 'row', flexShrink: 0, marginBottom: 2 }}>
        {write('–', { width: 11, fontSize: size })}
        {write(body, { width: width - 11, fontSize: size })}
      </View>
    ));
  };
  /** What each filling means, with how many there are, in one or more columns. */
  const legend = (items: readonly { part: ReportPart; label: string; body: string }[], width: number, columns = 1) => {
    meaning.push({ role: 'L', items: items.map(({ label, body }) => ({ label, body })) });
    return (
      <View style={{ flexDirection: 'row', flexWrap: 'wrap', width }}>
        {items.map(({ part, label, body }) => (
          <View key={part} style={{ flexDirection: 'row', width: width / columns, marginBottom: 5 }}>
            <View style={{ paddingTop: 2, marginRight: 6 }}>
              {ornament({ width: 11, height: 11 }, (p) => drawSwatch(p, part, 11))}
            </View>
            {write(label, { width: 20, fontSize: 9, fontWeight: 600 })}
            {write(body, { width: width / columns - 40, fontSize: 9, lineHeight: 1.3 })}
          </View>
        ))}
      </View>
    );
  };
  const figure = (alt: string, { width, height }: { width: number; height: number }, paint: (p: Painter) => void) => {
    meaning.push({ role: 'Figure', alt });
    return <Canvas style={{ width, height, flexShrink: 0 }} paint={painting('figure', paint)} />;
  };
  const linkTo = (uri: string, lines: readonly string[], alt: string, size: number) => {
    meaning.push({ role: 'Link', lines: [...lines], uri, alt });
    return (
      <Link src={uri} style={{ textDecoration: 'none' }}>
        <View>
          {lines.map((text) => (
            <View key={text}>{write(text, { fontSize: size, color: colours.petrol, lineHeight: 1.5 }, 'Mono')}</View>
          ))}
        </View>
      </Link>
    );
  };
  /** A table; `before` draws something in front of the second cell of a row, such as the sign of its state. */
  const table = (
    { summary, head, rows }: { summary: string; head: readonly string[]; rows: readonly (readonly string[])[] },
    columns: readonly Column[],
    { size = 8.6, pad = 3.2, before }: { size?: number; pad?: number; before?: (row: number) => ReactNode } = {},
  ) => {
    meaning.push({ role: 'Table', summary, head: [...head], rows: rows.map((row) => [...row]) });
    const cell = (text: string, at: number, style: object, lead?: ReactNode) => (
      <View
        key={`${at} ${text}`}
        style={{ width: columns[at]!.width, paddingRight: at === columns.length - 1 ? 0 : 8, flexDirection: 'row' }}
      >
        {lead}
        {write(text, {
          fontSize: size,
          lineHeight: 1.3,
          flexShrink: 1,
          flexGrow: 1,
          ...(columns[at]!.right && { textAlign: 'right' }),
          ...style,
        })}
      </View>
    );
    const width = columns.reduce((sum, each) => sum + each.width, 0);
    return (
      <View style={{ flexShrink: 0 }}>
        <View style={{ flexDirection: 'row', alignItems: 'flex-end', paddingBottom: 3 }}>
          {head.map((text, at) => cell(text, at, { fontWeight: 600 }))}
        </View>
        {line(width, 0.9, colours.ink)}
        {rows.map((row, number) => (
          <View key={row.join('\n')} style={{ flexShrink: 0 }}>
            <View style={{ flexDirection: 'row', paddingTop: pad, paddingBottom: pad - 0.6 }}>
              {row.map((text, at) =>
                cell(text, at, at === 0 ? { fontWeight: 600 } : {}, at === 1 ? before?.(number) : undefined),
              )}
            </View>
            {line(width, 0.4, colours.rule)}
          </View>
        ))}
      </View>
    );
  };
  return { meaning, missing, write, say, furnish, list, legend, figure, linkTo, table };
}

export const ornament = (size: { width: number; height: number }, paint: (p: Painter) => void): ReactElement => (
  <Canvas style={{ ...size, flexShrink: 0 }} paint={painting('ornament', paint)} />
);

export const line = (width: number, height: number, color: string): ReactElement =>
  ornament({ width, height }, (p) => p.rect(0, 0, width, height).fillColor(color).fill());

/** A canvas first declares what it is; everything that is drawn without letters must be inside one. */
const painting =
  (kind: InkKind, paint: (p: Painter) => void) =>
  (p: unknown): null => {
    (p as Painter).miterLimit(miterLimitOf(kind));
    paint(p as Painter);
    return null;
  };
