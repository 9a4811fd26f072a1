import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { expect, test } from 'vitest';
import { Field, FileInput, Select, TextArea } from '#app/components/base/field.tsx';
import { FieldSet } from '#app/components/base/field-set.tsx';
import { wordsIn } from '#app/words/words.server.ts';

const drawn = (element: ReactElement, language: 'da' | 'en' = 'da') =>
  renderToStaticMarkup(<I18nextProvider i18n={wordsIn(language)}>{element}</I18nextProvider>);

const said = { id: 'seats', label: 'Pladser', hint: 'Et helt tal' };
const controls = {
  Field: <Field {...said} prose={false} error="For få" />,
  FileInput: <FileInput {...said} error="For få" />,
  TextArea: <TextArea {...said} error="For få" />,
  Select: <Select {...said} error="For få" options={[]} />,
};

test.each(Object.entries(controls))('%s ties its label, its hint and its error to the control', (_, control) => {
  const html = drawn(control);
  expect(html).toMatch(/<label[^>]* for="seats">Pladser/);
  expect(html).toMatch(/<(?:input|textarea|select)[^>]* aria-describedby="seats-hint seats-error" aria-invalid="true"/);
  expect(html).toMatch(/id="seats-error"><span class="sr-only">Fejl: <\/span>For få/);
});

test('a control without an error has no error message', () => {
  const html = drawn(<Field id="seats" label="Pladser" inputMode="numeric" />);
  expect(html).not.toMatch(/error|aria-/);
});

test('controls under one legend share its error, and the word for it is in the language of the page', () => {
  const html = drawn(
    <FieldSet id="date" legend="Day" error="Not a day">
      <input />
    </FieldSet>,
    'en',
  );
  expect(html).toMatch(/^<fieldset class="form-error" aria-describedby="date-error"><legend>Day<\/legend>/);
  expect(html).toContain('<span class="sr-only">Error: </span>Not a day');
});
