import type { Locator, Page } from '@playwright/test';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Draft } from '../../src/tools/desk/draft.ts';
import { axeViolations } from './axe-violations.ts';
import { expect, test, type DeskPage } from './desk-page.ts';

const TEXT = readFileSync('tests/fixtures/desk/harbour-wire.txt', 'utf8');
/** The draft of that text as the first test writes it; with `--update-snapshots` it is recorded anew. */
const PUBLISHED = 'tests/fixtures/desk/harbour-wire.draft.json';

test.describe.configure({ mode: 'default' });

type Claim = {
  words: string;
  what: string;
  topic?: string;
  modality?: string;
  origin?: string;
  measure?: string;
  figure?: [bound: string, value: string, unit: string];
  date?: [edtf: string, basis: string];
  speaker?: string;
  conflict?: string;
  title?: string;
  kind?: string;
  event: string | 'new' | 'none' | 'track';
  role?: string;
};

const OWN = 'Harbour Wire, its own reporting';

const CLAIMS: Claim[] = [
  {
    words: 'One officer of the Kosovo Police was killed on Sunday when a patrol was attacked near Leposavic',
    what: 'A police officer lost his life in an attack on a patrol close to Leposavić.',
    origin: OWN,
    event: 'Armed clash in the north'
  },
  {
    words: 'At least 20 armed men took part in the attack',
    what: 'The Prime Minister puts the attackers at 20 or more.',
    origin: OWN,
    topic: 'Clash in September',
    measure: 'members of an armed group',
    figure: ['at least', '20', 'persons'],
    date: ['2023-09-24', 'said of the attack of Sunday, the day before the report'],
    event: 'Armed clash in the north'
  },
  {
    words: 'Two more officers of the Kosovo Police were injured in the exchange of fire on Sunday',
    what: 'In the shooting two police officers were hurt, according to their force.',
    origin: OWN,
    event: 'Armed clash in the north'
  },
  {
    words: 'KFOR soldiers took up positions on the road to Leposavic on Monday.',
    what: 'The NATO-led mission placed soldiers along the Leposavić road.',
    origin: OWN,
    topic: 'Deployment',
    modality: 'Reported as fact',
    event: 'new',
    title: 'KFOR takes position on the road to Leposavić',
    kind: 'Force takes position'
  },
  {
    words: 'Serbian President Aleksandar Vucic condemned the killing of the officer on Sunday evening in Belgrade.',
    what: 'President Vučić speaks out against the death of the officer.',
    topic: 'Clash in September',
    event: 'President Vučić on the dead',
    role: 'Was said at it'
  },
  {
    words: 'He also said that four people on the Serb side had been killed on Sunday.',
    what: 'According to President Vučić, four on the Serb side lost their lives.',
    conflict: 'They count different things',
    event: 'President Vučić on the dead',
    role: 'Was said at it'
  },
  {
    words: 'NATO called on all parties to show restraint on Monday.',
    what: 'The Alliance asks both sides to hold back.',
    topic: 'NATO posture',
    event: 'none'
  },
  {
    words: 'More than 4,500 KFOR troops were in Kosovo on Monday, NATO said.',
    what: 'The mission has more than 4,500 soldiers in the country, by NATO’s account.',
    figure: ['more than', '4500', 'troops'],
    measure: 'KFOR troops',
    event: 'track'
  },
  {
    words: 'About 50,000 Serbs live in the north of Kosovo, according to officials in Pristina.',
    what: 'Officials put the number of Serbs in the north at about 50,000.',
    origin: OWN,
    modality: 'Reported as fact',
    event: 'none'
  },
  {
    words: 'The European Union is ready to host talks in Brussels in October',
    what: 'The European Union offers to hold a round of talks in Brussels the next month.',
    origin: OWN,
    topic: 'Dialogue',
    modality: 'Planned',
    speaker: 'European Union',
    event: 'none'
  }
];

test('an article is taken in, ten claims written, joined and published, without typing an id or an offset', async ({
  desk,
  served,
  page
}) => {
  const started = Date.now();
  await page.getByLabel('Its text').fill(TEXT);
  desk.keys += 2;
  desk.presses += 1;
  await desk.write(page.getByLabel('Publisher'), 'Harbour Wire');
  await desk.write(page.getByLabel('Day of publication'), '2023-09-25');
  await desk.press(page.getByRole('button', { name: 'Take it in' }));

  await desk.write(page.getByLabel('Headline, as printed'), 'Officer killed as patrol is attacked in the north');
  await desk.choose(page.getByLabel('Publisher, as an agent'), /New agent/);
  const agent = page.getByRole('group', { name: 'New agent' });
  await desk.choose(agent.getByLabel('Kind', { exact: true }), 'Outlet');
  await desk.press(agent.getByRole('button', { name: 'Add the agent' }));
  await desk.write(page.getByLabel('How the publisher is known'), 'the masthead');
  await desk.write(page.getByLabel('What that day rests on'), 'The line under the headline gives the day.');
  await desk.write(page.getByLabel('Whether and from what it was translated'), 'none; the text is in English');
  await desk.write(page.getByLabel('What it probably goes back to'), 'the outlet’s own report');
  await desk.write(page.getByLabel('What a reader should know'), 'A short report; it names its speakers.');
  await exclude(desk, 1, 4, 'headline and time stamps');
  await exclude(desk, 17, 18, 'comments');

  await desk.step('Annotate');
  for (const claim of CLAIMS) await writeClaim(desk, claim);
  await desk.saved();
  // The map of the draft is the site itself, with the draft in its data. Its program is not what is tested here.
  await page.route(isOfAnotherPort(served.origin), (route) =>
    route.request().resourceType() === 'document'
      ? route.continue()
      : route.fulfill({ body: '', contentType: 'text/javascript' })
  );
  await page.getByRole('button', { name: 'Map', exact: true }).click();
  const map = page.frameLocator('iframe');
  await expect(page.getByText('It has 10 of 10 claims')).toBeVisible({ timeout: 90_000 });
  await expect(map.locator('[data-list]').getByText('KFOR takes position on the road to Leposavić')).toBeAttached({
    timeout: 90_000
  });
  await page.getByRole('button', { name: 'Close' }).click();

  // A translator’s table goes out and comes back.
  await desk.step('Translate');
  await page.getByRole('button', { name: 'sq', exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as CSV' }).click()
  ]);
  const table = (await readFile((await download.path())!, 'utf8')).replace(
    /(KFOR takes position[^\r\n]*,)(\r?\n)/,
    '$1KFOR-i zë pozicion$2'
  );
  await page
    .getByLabel('Take one back')
    .setInputFiles({ name: 'sq.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
  await expect(page.getByText('1 texts taken from sq.csv.')).toBeVisible();

  await desk.step('Check and publish');
  await expect(page.locator('[data-checked="true"]')).toBeVisible();
  await desk.press(page.getByRole('button', { name: 'Publish', exact: true }));
  await expect(page.getByText('Published.', { exact: true })).toBeVisible();
  console.log(`keys: ${desk.keys}, presses: ${desk.presses}, seconds: ${(Date.now() - started) / 1000}`);
  // What becomes of this draft, up to the pages of a build, is looked at without a browser: tests/geodata.
  const draft = JSON.parse(readFileSync(join(served.texts, 'harbour-wire-2023-09-25.published.json'), 'utf8')) as Draft;
  if (test.info().config.updateSnapshots === 'all') writeFileSync(PUBLISHED, `${JSON.stringify(draft, null, 2)}\n`);
  expect(draft).toEqual(JSON.parse(readFileSync(PUBLISHED, 'utf8')));
  // It is published, and can be opened again to be corrected, by keyboard too. Of others the text is not at hand.
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: /^Open Officer killed as patrol is attacked/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Claim 10/ })).toBeVisible();
  await changePublished(page);
  await enter(page.getByRole('button', { name: '1 Take in' }));
  await expect(page.getByLabel('Headline, as printed')).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
});

/** Presses by keyboard. */
async function enter(button: Locator): Promise<void> {
  await button.focus();
  await button.press('Enter');
}

/** Changes an event and takes a relation out, both published, and looks at what would be written. */
async function changePublished(page: Page): Promise<void> {
  await enter(page.getByRole('button', { name: /^Claim 6\b/ }));
  const relations = page.getByRole('group', { name: 'How it bears on other claims' });
  await enter(relations.getByRole('button', { name: 'Change this relation' }).first());
  await expect(relations.getByLabel('What readers are told')).not.toHaveValue('');
  await enter(relations.getByRole('button', { name: 'A relation to another claim' }));
  await enter(page.getByRole('button', { name: /^Claim 2\b/ }));
  await enter(page.getByRole('button', { name: 'Change “Armed clash in the north' }));
  const event = page.getByRole('group', { name: 'Published event' });
  await event.getByLabel('Event: title in neutral words').fill('Armed clash near Leposavić');
  expect(await axeViolations(page)).toEqual([]);
  await enter(page.getByRole('button', { name: /^Claim 6\b/ }));
  expect(await axeViolations(page)).toEqual([]);
  await enter(relations.getByRole('button', { name: 'Take this relation out' }).last());
  await enter(page.getByRole('button', { name: '5 Check and publish' }));
  await expect(page.getByText(/^“Armed clash in the north.*rests on claims of other articles too/)).toBeVisible();
  await expect(page.getByText('+      "title": "Armed clash near Leposavić"')).toBeAttached();
  expect(await axeViolations(page)).toEqual([]);
}

const isOfAnotherPort = (origin: string) => (url: URL) => url.protocol === 'http:' && url.origin !== origin;

/** Drags over the numbers of lines. */
async function exclude(desk: DeskPage, from: number, to: number, why: string): Promise<void> {
  const { page } = desk;
  desk.presses += 1;
  const line = (number: number) => page.locator(`[role="option"][data-line="${number}"]`);
  await line(from).scrollIntoViewIfNeeded();
  const [first, last] = [(await line(from).boundingBox())!, (await line(to).boundingBox())!];
  await page.mouse.move(first.x + 20, first.y + 10);
  await page.mouse.down();
  await page.mouse.move(last.x + 20, last.y + 10, { steps: 4 });
  await page.mouse.up();
  await desk.write(page.getByLabel(`Lines ${from} to ${to}`, { exact: true }), why);
}

async function writeClaim(desk: DeskPage, claim: Claim): Promise<void> {
  const { page } = desk;
  await desk.select(claim.words);
  await desk.key('Enter');
  const form = page.getByRole('form', { name: 'Claim' });
  await expect(form.getByLabel('The statement, in one sentence of your own', { exact: true })).toBeFocused();
  // At once: each letter that is typed is saved and checked, and the test by keyboard types.
  await page.keyboard.insertText(claim.what);
  desk.keys += claim.what.length;
  if (claim.topic) await desk.choose(form.getByLabel('Topic', { exact: true }), claim.topic);
  if (claim.modality) await desk.choose(form.getByLabel('It is', { exact: true }), claim.modality);
  if (claim.origin) {
    const field = form.getByLabel('It goes back to', { exact: true });
    if ((await field.locator('option', { hasText: claim.origin }).count()) === 0) {
      await desk.choose(field, /New origin/);
      const origin = page.getByRole('group', { name: 'New origin' });
      await desk.write(origin.getByLabel('Origin: name', { exact: true }), claim.origin);
      await desk.write(
        origin.getByLabel('What it is, for readers', { exact: true }),
        'What the outlet’s reporters saw and heard.'
      );
      await desk.press(origin.getByRole('button', { name: 'Add the origin' }));
    } else await desk.choose(field, claim.origin);
  }
  if (claim.speaker) {
    await desk.press(form.getByRole('button', { name: 'Add a link before the last' }));
    await desk.choose(form.getByLabel('Link 1', { exact: true }), claim.speaker);
  }
  if (claim.figure) await addFigure(desk, form, claim);
  if (claim.date) {
    await desk.write(form.getByLabel('Date it is about', { exact: true }), claim.date[0]);
    await desk.write(form.getByLabel('What the date rests on', { exact: true }), claim.date[1]);
  }
  await desk.choose(form.getByLabel('How sure you are of the reading', { exact: true }), 'High');
  await desk.key('Control+Enter');
  const events = page.getByRole('group', { name: /What happened/ });
  if (claim.event === 'none') await desk.press(events.getByLabel('none: background only'));
  else if (claim.event === 'new') {
    await desk.press(events.getByRole('button', { name: 'A new event' }));
    const event = events.getByRole('group', { name: 'New event' });
    await desk.write(event.getByLabel('Event: title in neutral words', { exact: true }), claim.title!);
    await desk.choose(event.getByLabel('Kind', { exact: true }), claim.kind!);
  } else if (claim.event !== 'track') await desk.press(events.getByLabel(claim.event).first());
  if (claim.role) await desk.choose(events.getByLabel(/^What the claim does/), claim.role);
  await desk.saved();
  if (!claim.conflict) return;
  const conflicts = page.getByRole('group', { name: 'How it bears on other claims' });
  const choice = conflicts.getByRole('button', { name: claim.conflict });
  // It comes with the answer to the last change, which may not even have been sent yet.
  await expect(choice.first()).toBeVisible();
  while ((await choice.count()) > 0) {
    const left = await choice.count();
    await desk.press(choice.first());
    await expect(choice).toHaveCount(left - 1);
  }
  await desk.saved();
}

async function addFigure(desk: DeskPage, form: Locator, { figure, measure }: Claim): Promise<void> {
  const { page } = desk;
  await desk.press(form.getByRole('button', { name: 'Add a figure' }));
  await desk.choose(form.getByLabel('Bound', { exact: true }), new RegExp(figure![0], 'i'));
  await desk.write(form.getByLabel('Number in the text', { exact: true }), figure![1]);
  await desk.choose(form.getByLabel('Unit', { exact: true }), figure![2]);
  const measures = form.getByLabel('What is counted', { exact: true });
  if ((await measures.locator('option', { hasText: measure! }).count()) > 0) return desk.choose(measures, measure!);
  await desk.choose(measures, /New measure/);
  const part = page.getByRole('group', { name: 'New measure' });
  await desk.write(part.getByLabel('Measure: name', { exact: true }), measure!);
  await desk.press(part.getByRole('button', { name: 'Add the measure' }));
}

test('by keyboard alone a passage is selected, made a claim, filled in and joined; every form is sound for axe', async ({
  desk,
  page
}) => {
  expect(await axeViolations(page)).toEqual([]);
  await takeIn(desk);
  expect(await axeViolations(page)).toEqual([]);
  // Lines are taken out by keyboard.
  await page.locator('[role="option"]').first().focus();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByLabel('Lines 1 to 3', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: '2 Annotate' }).focus();
  await page.keyboard.press('Enter');
  const text = page.getByRole('textbox', { name: /^Text of the article/ });
  await text.focus();
  await page.keyboard.press('Control+Home');
  for (let line = 1; line < 12; line++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  await page.keyboard.type('not one letter is taken');
  await page.keyboard.press('Shift+End');
  await expect(page.getByText(/^Line 9: “KFOR soldiers took up positions on the road to/)).toBeVisible();
  // Enter comes before the browser has told of the last change of the selection, which it does with the next frame.
  await text.evaluate((element) => {
    getSelection()!.modify('extend', 'backward', 'word');
    element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
  });
  const passage = page.locator('blockquote');
  await expect(passage).toHaveText(/^KFOR soldiers took up positions on the road to Leposavic$/);
  await expect(page.getByLabel('The statement, in one sentence of your own', { exact: true })).toBeFocused();
  await page.keyboard.type('A first statement.');
  await expect(text).toHaveText(new RegExp(TEXT.split('\n')[5]!.slice(0, 40).replace(/[()]/g, '.')));
  await expect(text).not.toContainText('not one letter');

  const before = await passage.innerText();
  await page.getByRole('button', { name: 'End one word earlier' }).focus();
  await page.keyboard.press('Enter');
  await expect(passage).not.toHaveText(before);
  expect(before.startsWith(await passage.innerText())).toBe(true);

  await page.getByLabel('How sure you are of the reading', { exact: true }).focus();
  await page.keyboard.type('High');
  await expect(page.getByRole('button', { name: /^Confirm \d+ proposals/ })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('All of it is confirmed.')).toBeVisible();
  await desk.saved();
  expect(await axeViolations(page)).toEqual([]);

  // What is added on the spot gives the focus back.
  const origin = page.getByLabel('It goes back to', { exact: true });
  await origin.focus();
  await origin.selectOption({ label: '+ New origin …' });
  const name = page.getByRole('group', { name: 'New origin' }).getByLabel('Origin: name');
  await expect(name).toBeFocused();
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(origin).toBeFocused();
  await page.getByLabel('Add a place', { exact: true }).selectOption({ label: '+ New place …' });
  await expect(page.getByRole('group', { name: 'New place' }).getByRole('textbox').first()).toBeFocused();
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'A new event' }).focus();
  await page.keyboard.press('Enter');
  const event = page.getByRole('group', { name: 'New event' });
  await event.getByRole('button', { name: 'Add a word on the map' }).press('Enter');
  await event.getByLabel('Kind', { exact: true }).selectOption({ label: '+ New kind …' });
  await page.keyboard.type('Road closed');
  await event.getByLabel('Colour', { exact: true }).selectOption('Civic');
  await expect(event.getByLabel('Symbol', { exact: true })).toHaveText(/with R/);
  expect(await axeViolations(page)).toEqual([]);
  for (const step of ['3 Join', '4 Translate', '5 Check and publish']) {
    await page.getByRole('button', { name: step }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: step })).toHaveAttribute('aria-current', 'step');
    expect(await axeViolations(page), step).toEqual([]);
  }

  // Light, dark and a phone's width.
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: '2 Annotate' }).click();
  expect(await axeViolations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('a drag of which the browser makes a caret alone selects all the same', async ({ desk, page }) => {
  await takeIn(desk);
  await page.getByRole('button', { name: '2 Annotate' }).click();
  // What Chromium does where the pointer goes down just past the middle of a letter.
  await page.locator('.text').evaluate((text) => {
    const line = text.querySelector('[data-line="6"]')!.firstChild!;
    const mouse = (type: string, buttons: number) =>
      text.dispatchEvent(new MouseEvent(type, { bubbles: true, buttons, detail: 1 }));
    mouse('mousedown', 1);
    for (const at of [3, 20, 40]) {
      getSelection()!.collapse(line, at);
      mouse('mousemove', 1);
    }
    mouse('mouseup', 0);
  });
  const words = TEXT.split('\n')[5]!.slice(0, 30);
  await expect(page.getByText(`Line 6: “${words}`)).toBeVisible();
});

test('nothing is lost by closing, and a second tab is told and cannot write over the first', async ({
  desk,
  page,
  context,
  served
}) => {
  await takeIn(desk);
  const headline = page.getByLabel('Headline, as printed');
  await headline.fill('A headline');
  await desk.saved();
  await page.reload();
  await page.getByRole('button', { name: '1 Take in' }).click();
  await expect(headline).toHaveValue('A headline');

  const second = await context.newPage();
  await second.goto(`${served.origin}/${new URL(page.url()).hash}`);
  await expect(second.getByText('open in another tab too')).toBeVisible();
  await second.getByRole('button', { name: '1 Take in' }).click();
  await second.getByLabel('Headline, as printed').fill('Of the second tab');
  await expect(second.locator('[data-save="saved"]')).toBeVisible();
  await headline.fill('Of the first tab');
  await expect(page.locator('[data-save="overtaken"]')).toBeVisible();
  desk.expected.push(/409/);
  await page.getByRole('button', { name: 'Take what the other tab has written' }).click();
  await expect(headline).toHaveValue('Of the second tab');
});

test('the page of another site in the same browser can neither read nor write through the desk', async ({
  desk,
  page,
  context,
  served
}) => {
  await takeIn(desk);
  const other = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end('<title>Another site</title>');
  });
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
  const { port } = other.address() as AddressInfo;
  const before = await page.evaluate(() => fetch('/api/desk').then((answer) => answer.text()));
  // Another site altogether, and another port of this machine, which browsers count as the same site.
  for (const site of [`http://localhost:${port}`, `http://127.0.0.1:${port}`]) {
    const foreign = await context.newPage();
    await foreign.goto(site);
    const got = await foreign.evaluate(async (desk) => {
      const attempts: [string, RequestInit][] = [
        ['/api/desk', { credentials: 'include' }],
        ['/api/desk', { credentials: 'include', mode: 'no-cors' }],
        ['/', { credentials: 'include', mode: 'no-cors' }],
        [
          '/api/drafts?publisher=Evil&day=2023-09-25',
          { method: 'POST', credentials: 'include', mode: 'no-cors', body: 'words' }
        ]
      ];
      const results = await Promise.all(
        attempts.map(([path, init]) =>
          fetch(desk + path, init).then(
            (answer) => answer.text(),
            () => ''
          )
        )
      );
      const framed = document.createElement('iframe');
      framed.src = `${desk}/`;
      document.body.append(framed);
      await new Promise((done) => framed.addEventListener('load', done));
      return results;
    }, served.origin);
    expect(got).toEqual(['', '', '', '']);
    for (const frame of foreign.frames().slice(1)) expect(await frame.content()).not.toContain('id="desk"');
    // A form needs no script and no permission to read.
    await foreign.evaluate((desk) => {
      const form = document.createElement('form');
      form.method = 'post';
      form.action = `${desk}/api/drafts?publisher=Evil&day=2023-09-25`;
      document.body.append(form);
      form.submit();
    }, served.origin);
    await expect(foreign.getByText('The desk answers its own page only.')).toBeVisible();
    await foreign.close();
  }
  expect(await page.evaluate(() => fetch('/api/desk').then((answer) => answer.text()))).toBe(before);
  other.close();
});

test('nothing of the desk is in the build', () => {
  const files = readdirSync('build', { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(0);
  const words = /Editor’s desk|Make a claim of it|sec-fetch-site|tools\/desk/;
  // They are what its files have.
  for (const file of ['page/Desk.svelte', 'page/Annotate.svelte', 'server/guard.ts'])
    expect(readFileSync(`src/tools/desk/${file}`, 'utf8')).toMatch(words);
  const found = files
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => /\.(js|html|css|json|txt)$/.test(file) && words.test(readFileSync(file, 'utf8')));
  expect(found).toEqual([]);
});

async function takeIn(desk: DeskPage): Promise<void> {
  const { page } = desk;
  await page.getByLabel('Its text').fill(TEXT);
  await page.getByLabel('Publisher').fill('Harbour Wire');
  await page.getByLabel('Day of publication').fill('2023-09-25');
  await page.getByRole('button', { name: 'Take it in' }).click();
  await expect(page.getByLabel('Headline, as printed')).toBeVisible();
}
