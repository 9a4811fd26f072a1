import type { Page } from 'playwright-core';

const mostTabs = 150;

/** Goes with the tabulator until something that fits has the focus. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  const isThere = () => page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
  for (let tabs = 0; !(await isThere()); tabs++) {
    if (tabs === mostTabs) throw new Error(`The keyboard does not come to ${selector} on ${page.url()}.`);
    await page.keyboard.press('Tab');
  }
}

export async function pressByKeyboard(page: Page, selector: string): Promise<void> {
  await tabTo(page, selector);
  await page.keyboard.press('Enter');
}

/** Gives an answer with the keyboard alone; `values` is what the form of the question sends then. */
export async function answerByKeyboard(page: Page, values: readonly string[], within = 'main form'): Promise<void> {
  if (await page.locator(`${within} .ordering`).count()) return order(page, values, within);
  const fields = await page
    .locator(`${within} [name^=answer]`)
    .evaluateAll((all) => all.map((each) => ({ id: each.id, tag: each.tagName, type: each.getAttribute('type') })));
  if (fields[0]?.type === 'checkbox' || fields[0]?.type === 'radio') {
    for (const value of values) await choose(page, value, within);
    return;
  }
  for (const [at, value] of values.entries()) {
    const { id, tag } = fields[at]!;
    await tabTo(page, `[id="${id}"]`);
    if (tag === 'SELECT') await select(page, value);
    else await page.keyboard.type(value);
  }
}

/** Comes to a group of radios at its chosen one or at an end, and moves on with the arrows. */
export async function choose(page: Page, value: string, within = 'main form'): Promise<void> {
  const control = page.locator(`${within} input:is([name^=answer], [name=reply])[value="${value}"]`);
  const { type, name } = await control.evaluate((each: HTMLInputElement) => ({ type: each.type, name: each.name }));
  if (type === 'checkbox') {
    await tabTo(page, `${within} input[type=checkbox][value="${value}"]`);
    return page.keyboard.press('Space');
  }
  await tabTo(page, `${within} input[name="${name}"]`);
  await page.keyboard.press('Space');
  for (let presses = 0; !(await control.isChecked()); presses++) {
    if (presses === 20) throw new Error(`The arrows do not come to ${value}.`);
    await page.keyboard.press('ArrowDown');
  }
}

async function select(page: Page, value: string): Promise<void> {
  const isChosen = () =>
    page.evaluate((wanted) => (document.activeElement as HTMLSelectElement).value === wanted, value);
  for (let presses = 0; !(await isChosen()); presses++) {
    if (presses === 20) throw new Error(`The arrows do not come to ${value}.`);
    await page.keyboard.press('ArrowDown');
  }
}

/** Moves each part up with its arrow until it stands where it shall; the focus follows it. */
async function order(page: Page, values: readonly string[], within: string): Promise<void> {
  const wanted = values.map((value) => value.split('-').map(Number) as [number, number]).sort((a, b) => a[1] - b[1]);
  let moves = 0;
  for (const [part, place] of wanted) {
    const placeNow = () =>
      page
        .locator(`${within} .ordering > li`)
        .evaluateAll((rows, own) => rows.findIndex((row) => row.querySelector(`[value^="${own}-"]`)) + 1, part);
    for (let at = await placeNow(); at > place; at = await placeNow()) {
      await pressByKeyboard(page, `${within} .ordering button[value="${part}-up"]`);
      moves += 1;
    }
  }
  // Parts that stand as they are wanted are no answer before one of them was moved, so two change places there and back.
  if (moves > 0) return;
  for (const [part] of [wanted[1]!, wanted[0]!])
    await pressByKeyboard(page, `${within} .ordering button[value="${part}-up"]`);
}
