import { readFileSync } from 'node:fs';
import { hasErrors, validateGeodata } from '../../src/lib/server/geodata/validate.ts';
import { expect, test, type DeskPage } from './desk-page.ts';

const TEXT = readFileSync('tests/fixtures/desk/harbour-wire.txt', 'utf8');

type Claim = {
  words: string;
  what: string;
  topic?: string;
  modality?: string;
  origin?: string;
  takeOut?: string[];
  event: string | RegExp | 'new' | 'none' | 'track';
};

const OWN = 'Harbour Wire, its own reporting';

const CLAIMS: Claim[] = [
  {
    words: 'One officer of the Kosovo Police was killed on Sunday when a patrol was attacked near Leposavic',
    what: 'A police officer lost his life in an attack on a patrol close to Leposavić.',
    origin: OWN,
    event: 'Armed clash in the north'
  }
];

test('an article is taken in, ten claims written, joined and published, without typing an id or an offset', async ({
  desk,
  served,
  page
}) => {
  const { data, texts } = served;
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
  await desk.choose(agent.getByLabel('Kind'), 'Outlet');
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
  await desk.step('Check and publish');
  await expect(page.locator('[data-checked="true"]')).toBeVisible();
  console.log(await page.locator('main').innerText());
  await desk.press(page.getByRole('button', { name: 'Publish', exact: true }));
  await expect(page.getByText('Published.')).toBeVisible();
  console.log(`keys: ${desk.keys}, presses: ${desk.presses}, seconds: ${(Date.now() - started) / 1000}`);
  const { problems } = validateGeodata(data, texts);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(hasErrors(problems)).toBe(false);
});

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
  await expect(form.getByLabel('The statement')).toBeFocused();
  await page.keyboard.type(claim.what);
  desk.keys += claim.what.length;
  if (claim.topic) await desk.choose(form.getByLabel('Topic'), claim.topic);
  if (claim.modality) await desk.choose(form.getByLabel('It is'), claim.modality);
  if (claim.origin) {
    const field = form.getByLabel('It goes back to');
    if ((await field.locator('option', { hasText: claim.origin }).count()) === 0) {
      await desk.choose(field, /New origin/);
      const origin = page.getByRole('group', { name: 'New origin' });
      await desk.write(origin.getByLabel('Origin: name'), claim.origin);
      await desk.write(origin.getByLabel('What it is, for readers'), 'What the outlet’s reporters saw and heard.');
      await desk.press(origin.getByRole('button', { name: 'Add the origin' }));
    } else await desk.choose(field, claim.origin);
  }
  await desk.choose(form.getByLabel('How sure you are'), 'High');
  await desk.key('Control+Enter');
  const events = page.getByRole('group', { name: /What happened/ });
  if (claim.event === 'none') await desk.press(events.getByLabel('none: background only'));
  else if (claim.event === 'new') await desk.press(events.getByRole('button', { name: 'A new event' }));
  else if (claim.event !== 'track') await desk.press(events.getByLabel(claim.event).first());
  await desk.saved();
}
