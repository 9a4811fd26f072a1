import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Field, TextArea } from '#app/components/base/field.tsx';
import { writtenIn } from '#app/platform/written.ts';
import { unmarkedProse } from '../../../../controls.ts';

const around = { label: 'Grund' };
const form = (...fields: JSX.Element[]) =>
  renderToStaticMarkup(
    <form method="post" action="/holds">
      {fields}
    </form>,
  );

test('a field for prose marks itself in its form, by the name under which it is sent', () => {
  expect(unmarkedProse(form(<Field key="1" id="why" prose {...around} />))).toEqual([]);
  expect(unmarkedProse(form(<TextArea key="1" id="suspend-reason" name="reason" {...around} />))).toEqual([]);
  expect(unmarkedProse(form(<Field key="1" id="why" prose={false} {...around} />))).toEqual(['/holds why']);
  expect(unmarkedProse(form(<Field key="1" id="seats" inputMode="numeric" {...around} />))).toEqual([]);
});

test('text that somebody wrote is given back once, without the other fields of the form', () => {
  const sent = new FormData();
  for (const [name, value] of [
    ['intent', 'save'],
    ['prose', 'text'],
    ['prose', 'note'],
    ['prose', 'answer'],
    ['prose', 'why'],
    ['text', 'Mit oplæg'],
    ['note', 'Mit oplæg'],
    ['criterion.a', 'met'],
    ['answer', '12,5'],
    ['why', ' '],
  ] as const)
    sent.append(name, value);
  expect(writtenIn(sent)).toEqual(['Mit oplæg', '12,5']);
  const chosen = new FormData();
  chosen.append('answer', '2');
  expect(writtenIn(chosen)).toEqual([]);
});
