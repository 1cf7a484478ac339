import { expect, test as base, type Locator, type Page } from '@playwright/test';
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Folders = { data: string; texts: string };
type Served = Folders & { address: string; origin: string };

/** Starts `npm run edit` over a copy of the data, once for the tests of a file: they run one after the other. */
export const test = base.extend<{ desk: DeskPage }, { served: Served }>({
  served: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'desk-'));
      const [data, texts] = [join(folder, 'geodata'), join(folder, 'texts')];
      cpSync('geodata', data, { recursive: true });
      const program = ['--import', 'tsx', 'src/tools/desk/edit.ts', '--dir', data, '--texts', texts];
      const child = spawn(process.execPath, program);
      const address = await new Promise<string>((resolve, reject) => {
        let said = '';
        const listen = (part: Buffer) => {
          said += part.toString();
          const found = /http:\/\/\S+/.exec(said);
          if (found) resolve(found[0]);
        };
        child.stdout.on('data', listen);
        child.stderr.on('data', listen);
        child.once('exit', () => reject(new Error(`the desk ended: ${said}`)));
      });
      await use({ data, texts, address, origin: new URL(address).origin });
      child.kill();
      await new Promise((done) => child.once('exit', done));
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker' }
  ],
  desk: async ({ page, served }, use) => {
    const desk = new DeskPage(page);
    page.setDefaultTimeout(20_000);
    await page.goto(served.address);
    await expect(page.getByRole('heading', { name: 'Editor’s desk' })).toBeVisible();
    await use(desk);
    const unexpected = desk.problems.filter((problem) => !desk.expected.some((pattern) => pattern.test(problem)));
    expect(unexpected, 'console errors, page errors, and requests that leave the origin').toEqual([]);
  }
});

export { expect };

/** The desk as an editor uses it. Counts keys and presses: each letter, each choice, each drag. */
export class DeskPage {
  readonly problems: string[] = [];
  /** Problems that a test causes on purpose. */
  readonly expected: RegExp[] = [];
  keys = 0;
  presses = 0;

  constructor(readonly page: Page) {
    page.on('console', (message) => {
      if (message.type() === 'error') this.problems.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.problems.push(`page error: ${error.message}`));
    page.on('request', (request) => {
      const { hostname } = new URL(request.url());
      if (hostname !== '127.0.0.1' && !/^(data|blob):/.test(request.url()))
        this.problems.push(`left: ${request.url()}`);
    });
  }

  async press(target: Locator): Promise<void> {
    this.presses += 1;
    await target.click();
  }

  async key(name: string): Promise<void> {
    this.keys += 1;
    await this.page.keyboard.press(name);
  }

  /** Writes over what a field has. */
  async write(field: Locator, text: string): Promise<void> {
    this.presses += 1;
    this.keys += text.length;
    await field.fill(text);
  }

  /** Chooses by name, as with the first letters and Enter. */
  async choose(field: Locator, label: string | RegExp): Promise<void> {
    this.presses += 1;
    this.keys += 3;
    const value = await field.evaluate(
      (select: HTMLSelectElement, wanted) => {
        const isWanted = (text: string) =>
          typeof wanted === 'string' ? text.trim() === wanted : new RegExp(wanted.source, 'i').test(text);
        return [...select.options].find(({ text }) => isWanted(text))?.value;
      },
      typeof label === 'string' ? label : { source: label.source }
    );
    expect(value, `${label} can be chosen`).toBeDefined();
    await field.focus();
    await field.selectOption({ value: value! });
  }

  step = (name: string) =>
    this.press(this.page.getByRole('navigation', { name: 'Steps' }).getByRole('button', { name }));

  /** Everything is on the disk. */
  saved = () => expect(this.page.locator('[data-save="saved"]')).toBeVisible();

  /** Drags over words of the text, from inside the first to inside the last. */
  async select(words: string): Promise<void> {
    this.presses += 1;
    const box = await this.page.locator('.text').evaluate((root, wanted) => {
      const line = [...root.querySelectorAll('[data-line]')].find((each) => each.textContent!.includes(wanted))!;
      line.scrollIntoView({ block: 'center' });
      const node = line.firstChild as Text;
      const at = node.data.indexOf(wanted);
      const pointOf = (offset: number) => {
        const range = new Range();
        range.setStart(node, offset);
        range.setEnd(node, offset + 1);
        const { left, top, width, height } = range.getBoundingClientRect();
        return { x: left + width / 4, y: top + height / 2 };
      };
      // Not from edge to edge: what is selected snaps to words.
      return { from: pointOf(at + 1), to: pointOf(at + wanted.length - 2) };
    }, words);
    await this.page.mouse.move(box.from.x, box.from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(box.to.x, box.to.y, { steps: 4 });
    await this.page.mouse.up();
  }
}
