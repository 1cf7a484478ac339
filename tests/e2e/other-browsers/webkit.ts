import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { freePort } from '../listen.ts';
import { Visit, type Point } from './visit.ts';

type Options = { driver: string; program: string; env: NodeJS.ProcessEnv; webgl: boolean };

/** As WebDriver names keys that have no letter. */
const KEYS: Record<string, string> = {
  Enter: '\uE007',
  Escape: '\uE00C',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014'
};
const CONTROL = '\uE009';

/**
 * WebKitGTK by classic WebDriver, of which these few requests are all that is needed: the clients for it want a newer
 * Node, or bring drivers for every browser along.
 */
export class WebKit extends Visit {
  private constructor(
    private readonly driver: ChildProcess,
    private readonly session: string
  ) {
    super();
    // What the browser's console says, by its own option.
    createInterface(driver.stdout!).on('line', (line) => {
      if (/^CONSOLE (\w+ )?ERROR/.test(line)) this.problems.push(line);
    });
  }

  static async start({ driver: path, program, env, webgl }: Options): Promise<WebKit> {
    const port = await freePort();
    const driver = spawn(path, [`--port=${port}`], { env, stdio: ['ignore', 'pipe', 'ignore'] });
    const url = `http://127.0.0.1:${port}`;
    while (!(await fetch(`${url}/status`).catch(() => null))) {
      if (driver.exitCode !== null) throw new Error(`${path} stopped with ${driver.exitCode}`);
    }
    const args = ['--automation', '--enable-write-console-messages-to-stdout=true', `--enable-webgl=${webgl}`];
    const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': { binary: program, args } } };
    const { sessionId } = (await command('POST', `${url}/session`, { capabilities })) as { sessionId: string };
    return new WebKit(driver, `${url}/session/${sessionId}`);
  }

  private post = (path: string, body: unknown) => command('POST', `${this.session}/${path}`, body);
  private act = (type: 'key' | 'pointer', actions: object[]) =>
    this.post('actions', { actions: [{ type, id: type, actions }] });

  goto = async (url: string) => void (await this.post('url', { url }));
  evaluate: Visit['evaluate'] = (run, ...args) =>
    this.post('execute/sync', { script: `return (${run})(...arguments)`, args }) as never;
  intoFrame = async () => void (await this.post('frame', { id: 0 }));
  async drag(from: Point, ...places: Point[]) {
    const move = ({ x, y }: Point, duration: number) => ({
      type: 'pointerMove',
      x: Math.round(x),
      y: Math.round(y),
      duration
    });
    await this.act('pointer', [
      move(from, 0),
      { type: 'pointerDown', button: 0 },
      ...places.map((place) => move(place, 50)),
      { type: 'pointerUp', button: 0 }
    ]);
  }
  async press(key: string, control = false) {
    const stroke = (value: string) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value }
    ];
    const [down, up] = stroke(CONTROL);
    const keys = stroke(KEYS[key] ?? key);
    await this.act('key', control ? [down!, ...keys, up!] : keys);
  }
  /** The window's size is what can be set: its bars are taken off. */
  async resize(width: number, height: number) {
    await this.post('window/rect', { width, height });
    const inner = await this.evaluate(() => [innerWidth, innerHeight]);
    await this.post('window/rect', { width: 2 * width - inner[0]!, height: 2 * height - inner[1]! });
  }
  screenshot = async () => Buffer.from((await command('GET', `${this.session}/screenshot`)) as string, 'base64');
  async close() {
    await command('DELETE', this.session).catch(() => {});
    this.driver.kill();
  }
}

/** A request to the driver: its value, or an error with what the driver says. */
async function command(method: string, url: string, body?: unknown): Promise<unknown> {
  const response = await fetch(url, { method, body: body === undefined ? undefined : JSON.stringify(body) });
  const { value } = (await response.json()) as { value: { error?: string; message?: string } };
  if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}
