import { expect, test } from '@playwright/test';

const MANUAL = 'en/manuals/mla-extradition/';
const CHAPTER = `${MANUAL}legal-basis/`;
const FORMS = `${MANUAL}mla-forms/`;

test('a reader who comes back to a manual is led to the paragraph where she stopped, and may refuse', async ({ page }) => {
  await page.goto(`./${CHAPTER}`);
  await page.locator('p.provision[id^="para_"]').nth(4).evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await expect.poll(() => page.evaluate(() => localStorage.getItem('comity:place:mla-extradition') ?? '')).toContain('para_2-');
  await page.goto(`./${MANUAL}`);
  const line = page.locator('.resume');
  await expect(line.getByRole('link')).toHaveText(/^2\.[4-9]$/);
  await line.getByRole('link').click();
  await expect(page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`)).toBeInViewport();
  await page.goto(`./${MANUAL}`);
  await line.getByRole('button').click();
  await page.goto(`./${CHAPTER}`);
  await page.goto(`./${MANUAL}`);
  expect(await page.evaluate(() => localStorage.getItem('comity:place:mla-extradition'))).toBeNull();
});

test('a model form is copied as it is set and as plain text', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`./${FORMS}`);
  const form = page.locator('.form').first();
  await form.getByRole('button', { name: 'Copy this form' }).click();
  await expect(form.getByRole('button')).toHaveText('Copied');
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return { types: [...item!.types].sort(), text: await (await item!.getType('text/plain')).text() };
  });
  expect(copied.types).toEqual(['text/html', 'text/plain']);
  expect(copied.text).toContain((await form.locator('h3').textContent())!);
});

test('a footnote opens where it is called, without a script', async ({ browser, baseURL }) => {
  const page = await browser.newPage({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
  await page.goto(`./${CHAPTER}`);
  const note = page.locator('.fn').first();
  await expect(note).toBeHidden();
  await page.locator('a.fn-mark').first().click();
  await expect(note).toBeVisible();
  await page.close();
});

test('in print a chapter has its text and footnotes, and nothing of the site around it', async ({ page }) => {
  await page.goto(`./${CHAPTER}`);
  await page.emulateMedia({ media: 'print' });
  for (const around of ['header.bar', 'footer.foot', '.outline', '.pager', '.keep']) await expect(page.locator(around).first()).toBeHidden();
  await expect(page.locator('.fn').first()).toBeVisible();
  await expect(page.locator('h1')).toBeVisible();
});
