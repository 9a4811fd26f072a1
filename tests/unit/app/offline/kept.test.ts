import { expect, test } from 'vitest';
import { askedFor, filesOf, isStale, titleOf, withNewOperation } from '#app/offline/kept.ts';

const site = 'https://bevis.example';
const asked = (method: string, path: string, { mode = 'cors', type = '' } = {}) =>
  askedFor({ method, mode, url: path.startsWith('http') ? path : site + path, type }, site);

test('the worker looks at pages, their data and files, and at the forms that can wait', () => {
  expect(asked('GET', '/my-certificate', { mode: 'navigate' })).toBe('page');
  expect(asked('GET', '/my-certificate.data')).toBe('data');
  expect(asked('GET', '/__manifest?p=/guidance')).toBe('routes');
  expect(asked('GET', '/assets/step-1.js')).toBe('asset');
  expect(asked('GET', '/course-files/figur.svg')).toBe('file');
  expect(asked('POST', '/guidance.data', { type: 'application/x-www-form-urlencoded;charset=UTF-8' })).toBe('form');
  expect(asked('POST', '/sign-out', { mode: 'navigate' })).toBe('sign-out');
});

test('the worker leaves alone the answers of a test, files that are handed in, and other sites', () => {
  expect(asked('POST', '/enrolments/e/steps/t1/questions/1/answer')).toBeUndefined();
  expect(asked('POST', '/enrolments/e/steps/t1/questions/1.data')).toBeUndefined();
  expect(asked('POST', '/enrolments/e/steps/p1', { type: 'multipart/form-data; boundary=x' })).toBeUndefined();
  expect(asked('GET', 'https://elsewhere.example/my-certificate', { mode: 'navigate' })).toBeUndefined();
  expect(asked('GET', '/offline/kept')).toBeUndefined();
});

test('the files of a page are those of the build and its figures, each once; films are left out', () => {
  const html = `<link href="/assets/app-1.css"><script>import "/assets/step-2.js";import "/assets/step-2.js"</script>
    <img src="/course-files/abc.svg"><video src="/course-files/abc.mp4">`;
  expect(filesOf(html)).toEqual(['/assets/app-1.css', '/assets/step-2.js', '/course-files/abc.svg']);
});

test('a kept page is named by its own title', () => {
  expect(titleOf('<title>Moms &amp; told – Vejlederbevis</title>')).toBe('Moms & told');
});

test('a kept form has a new operation wherever the page names the old one', () => {
  const html = '<input type="hidden" name="operation" value="op-1"/><script>["op-1"]</script>';
  expect(withNewOperation(html, 'op-2')).toBe(html.replaceAll('op-1', 'op-2'));
  expect(withNewOperation('<p></p>', 'op-2')).toBe('<p></p>');
});

test('a kept page is fetched again after an hour, and at once when nobody knows when it was kept', () => {
  const now = Date.parse('2026-11-30T10:00:00Z');
  expect(isStale('2026-11-30T09:30:00Z', now)).toBe(false);
  expect(isStale('2026-11-30T08:59:00Z', now)).toBe(true);
  expect(isStale('', now)).toBe(true);
});
