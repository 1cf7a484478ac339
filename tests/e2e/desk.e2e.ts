import type { Locator } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { validateGeodata } from '../../src/lib/server/geodata/validate.ts';
import { expect, test, type DeskPage } from './desk-page.ts';

const TEXT = readFileSync('tests/fixtures/desk/harbour-wire.txt', 'utf8');

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
  await desk.step('Check and publish');
  await expect(page.locator('[data-checked="true"]')).toBeVisible();
  await desk.press(page.getByRole('button', { name: 'Publish', exact: true }));
  await expect(page.getByText('Published.')).toBeVisible();
  console.log(`keys: ${desk.keys}, presses: ${desk.presses}, seconds: ${(Date.now() - started) / 1000}`);
  const { problems } = validateGeodata(data, texts);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
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
  await expect(form.getByLabel('The statement, in one sentence of your own', { exact: true })).toBeFocused();
  await page.keyboard.type(claim.what);
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
  const conflicts = page.getByRole('group', { name: 'Other claims say otherwise' });
  const choice = conflicts.getByRole('button', { name: claim.conflict });
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
