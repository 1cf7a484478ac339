import { expect, test } from '@playwright/test';
import { writeFileSync } from 'node:fs';

/** For what many things have to be fetched and run for, on a busy machine. */
const LONG_MS = 90_000;

export type Point = { x: number; y: number };

/**
 * A reader with one window in some browser: what the two clients for the other browsers have in common, and what is
 * built of that. Elements are found by selector, and by a text in them or in their label.
 */
export abstract class Visit {
  /** Errors that the browser reported. */
  readonly problems: string[] = [];
  /** The test makes the browser refuse something, which it tells in the console, sooner or later. */
  refusing = false;

  abstract goto(url: string): Promise<void>;
  /** Runs `run` in the page; what it takes and gives is JSON. */
  abstract evaluate<Result, Values extends unknown[]>(
    run: (...values: Values) => Result | Promise<Result>,
    ...values: Values
  ): Promise<Result>;
  /** From now on `evaluate` runs in the first frame of the page, once it has loaded. */
  abstract intoFrame(): Promise<void>;
  /** Presses the pointer at the first place and lets go at the last. */
  abstract drag(...places: Point[]): Promise<void>;
  /** One key by its name, with Control if asked. */
  abstract press(key: string, control?: boolean): Promise<void>;
  abstract resize(width: number, height: number): Promise<void>;
  /** A PNG of what is seen. */
  abstract screenshot(): Promise<Buffer>;
  abstract close(): Promise<void>;

  /** Opens a page and waits until it answers. */
  async open(url: string) {
    await this.goto(url);
    await this.until(
      () => !!document.querySelector('[data-hydrated]') && !document.querySelector('[data-island="waiting"]')
    );
  }

  /** What `run` gives, or how it failed: a page that is just left, or has just come, may have no document. */
  private asks<Result, Values extends unknown[]>(run: (...values: Values) => Result, ...values: Values) {
    return this.evaluate(run, ...values).catch(String);
  }

  async until<Values extends unknown[]>(seen: (...values: Values) => boolean, ...values: Values) {
    await expect.poll(() => this.asks(seen, ...values), { message: String(seen), timeout: LONG_MS }).toBe(true);
  }

  /** The middle of an element, brought into view. */
  async placeOf(selector: string, text = ''): Promise<Point> {
    const find = (selector: string, text: string): Point | null => {
      const found = [...document.querySelectorAll(selector)].find(
        (element) =>
          `${element.textContent} ${element.getAttribute('aria-label')}`.includes(text) && element.checkVisibility()
      );
      if (!found) return null;
      found.scrollIntoView({ block: 'center', behavior: 'instant' });
      // Its first line: between those of a link there is none of it.
      const { x, y, width, height } = found.getClientRects()[0]!;
      return { x: x + width / 2, y: y + height / 2 };
    };
    await expect
      .poll(() => this.evaluate(find, selector, text), { message: `${selector} ${text} is to be seen` })
      .not.toBeNull();
    return (await this.evaluate(find, selector, text))!;
  }

  async click(selector: string, text?: string) {
    await this.drag(await this.placeOf(selector, text));
  }

  async type(text: string) {
    for (const letter of text) await this.press(letter);
  }

  /** Leaves a picture among the results, for people to look at. */
  async look(name: string) {
    writeFileSync(test.info().outputPath(`${name}.png`), await this.screenshot());
  }

  /** Waits until the first element of `selector` has this in its text or, if it is a field, in its value. */
  async shows(selector: string, text: string) {
    const read = (selector: string) => {
      const found = document.querySelector<HTMLInputElement>(selector);
      return found && (found.value ?? found.innerText);
    };
    await expect.poll(() => this.asks(read, selector), { message: selector }).toContain(text);
  }
}
