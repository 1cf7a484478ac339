import { launch, type Browser, type Frame, type KeyInput, type Page } from 'puppeteer-core';
import { Visit, type Point } from './visit.ts';

type Options = { program: string; downloads: string; env: NodeJS.ProcessEnv; webgl: boolean; roomKb: number | null };

/** Firefox as it is installed, by WebDriver BiDi: Playwright’s own needs a build of its own, or the latest one. */
export class Firefox extends Visit {
  private constructor(
    private readonly browser: Browser,
    private readonly page: Page
  ) {
    super();
    page.on('console', (message) => message.type() === 'error' && this.problems.push(message.text()));
    page.on('pageerror', (error) => this.problems.push(String(error)));
  }

  static async start({ program, downloads, env, webgl, roomKb }: Options): Promise<Firefox> {
    const browser = await launch({
      browser: 'firefox',
      executablePath: program,
      // Without a window it has no WebGL.
      headless: false,
      env,
      extraPrefsFirefox: {
        'intl.accept_languages': 'en-GB',
        // As in a reader's: a page from a disk reads no other file.
        'security.fileuri.strict_origin_policy': true,
        'webgl.disabled': !webgl,
        'webgl.force-enabled': webgl,
        'browser.download.folderList': 2,
        'browser.download.dir': downloads,
        ...(roomKb === null ? {} : { 'dom.quotaManager.temporaryStorage.fixedLimit': roomKb })
      }
    });
    const [page] = await browser.pages();
    return new Firefox(browser, page ?? (await browser.newPage()));
  }

  /** Another tab of the same window. */
  async tab(): Promise<Firefox> {
    return new Firefox(this.browser, await this.browser.newPage());
  }
  goto = async (url: string) => void (await this.page.goto(url));
  private frame: Frame | null = null;
  evaluate: Visit['evaluate'] = (run, ...values) =>
    (this.frame ?? this.page).evaluate(run as never, ...values) as never;
  async intoFrame() {
    this.frame = this.page.frames()[1]!;
  }
  async drag(from: Point, ...places: Point[]) {
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    for (const { x, y } of places) await mouse.move(x, y, { steps: 5 });
    await mouse.up();
  }
  async press(key: string, control = false) {
    const { keyboard } = this.page;
    if (control) await keyboard.down('Control');
    await keyboard.press(key as KeyInput);
    if (control) await keyboard.up('Control');
  }
  resize = (width: number, height: number) => this.page.setViewport({ width, height });
  screenshot = async () => Buffer.from(await this.page.screenshot());
  close = () => this.browser.close();
}
