import type { EmbedState, FrameMessage, HostMessage } from '../model/embed-contract.ts';
import { fixedHeight, frameAddress, OPTION_KEYS, SELECTION_KEYS, VIEW_KEYS } from './address.ts';
import type { EmbedElement } from './element-contract.ts';
import { reservedHeight } from './reserve.ts';

/*
 * The script that other sites load. It defines one element and changes nothing else of the page. Styles are set from
 * script and by a constructed style sheet, which a strict Content-Security-Policy allows.
 */

/** Replaced at build with values of the data set: the element's name, the frame's default title, the languages. */
declare const ELEMENT: string;
declare const TITLE: string;
declare const LANGUAGES: string[];

const script = document.currentScript as HTMLScriptElement | null;
// A loader that evaluates the text leaves no `currentScript`: then the tag is searched for.
const base = script?.src || document.querySelector<HTMLScriptElement>('script[src*="embed.js"]')?.src || location.href;

/** Only the type of a message is checked: its content is passed on as event detail and not used, except the height. */
const TYPES: FrameMessage['type'][] = ['ready', 'change', 'height', 'error'];
const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox';
const STYLES = ':host{display:block;min-width:0}:host([hidden]){display:none}iframe{display:block;width:100%;border:0}';
const list = (text: string | null) => (text ?? '').split(',').filter(Boolean);

class EmbeddedMap extends HTMLElement implements EmbedElement {
  static observedAttributes = [...VIEW_KEYS, ...OPTION_KEYS, 'title'];

  #root = this.attachShadow({ mode: 'open' });
  #frame: HTMLIFrameElement | null = null;
  #ready = false;
  #state: EmbedState | null = null;
  /** The content's own height as last reported. */
  #reportedHeight = 0;
  /** Messages posted before the frame was ready; the last one of each type. */
  #waiting = new Map<string, HostMessage>();
  #changed = new Set<string>();
  #observer = new ResizeObserver(() => this.#fit());
  #read = (name: string) => this.getAttribute(name);

  constructor() {
    super();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
    this.#root.adoptedStyleSheets = [sheet];
  }

  get state(): EmbedState | null {
    return this.#state;
  }

  connectedCallback() {
    addEventListener('message', this.#onMessage);
    this.#observer.observe(this);
    this.#load();
  }

  disconnectedCallback() {
    removeEventListener('message', this.#onMessage);
    this.#observer.disconnect();
    this.#frame?.remove();
    this.#frame = null;
    this.#ready = false;
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null) {
    if (!this.#frame || before === after) return;
    // Attributes are often set one by one: they are handled together.
    if (this.#changed.size === 0) queueMicrotask(() => this.#apply());
    this.#changed.add(name);
  }

  /** Loads a new frame, with the view shown before, if any, or else the view of the attributes. */
  #load() {
    this.#ready = false;
    this.#frame?.remove();
    const frame = document.createElement('iframe');
    const theme = this.#read('theme');
    frame.title = this.#read('title') ?? TITLE;
    frame.loading = 'lazy';
    // With its own origin the frame can run the map's worker, and the server needs no special header. The frame still
    // cannot reach the host page, because its origin differs; on the same origin this script runs anyway. `isolated`
    // removes the own origin.
    frame.sandbox.value = this.hasAttribute('isolated') ? SANDBOX : `${SANDBOX} allow-same-origin`;
    if (theme === 'light' || theme === 'dark') frame.style.colorScheme = theme;
    frame.src = frameAddress(base, this.#read, this.#state?.query ?? null, LANGUAGES);
    this.#frame = frame;
    this.#reportedHeight = 0;
    this.#fit();
    this.#root.append(frame);
  }

  #fit() {
    const width = this.clientWidth;
    if (!this.#frame || width === 0) return;
    const coarse = matchMedia('(pointer: coarse)').matches;
    const reserved = reservedHeight(width, this.#read('controls'), coarse, {
      story: this.#read('story') === '1',
      troops: this.#read('troops') === '1'
    });
    const height = fixedHeight(this.#read) ?? Math.max(this.#reportedHeight, reserved);
    this.#frame.style.height = `${height}px`;
  }

  #onMessage = ({ source, data }: MessageEvent) => {
    if (!this.#frame || source === null || source !== this.#frame.contentWindow) return;
    const message = data as (FrameMessage & { protocol?: unknown; version?: unknown }) | null;
    if (message?.protocol !== 'map-embed' || message.version !== 1 || !TYPES.includes(message.type)) return;
    if (message.type === 'height') {
      if (!(message.height > 0 && message.height < 10_000)) return;
      this.#reportedHeight = message.height;
      this.#fit();
    } else if (message.type !== 'error') this.#state = message.state;
    if (message.type === 'ready') {
      this.#ready = true;
      for (const waiting of this.#waiting.values()) this.post(waiting);
      this.#waiting.clear();
    }
    this.dispatchEvent(new CustomEvent(message.type, { detail: message }));
  };

  #apply() {
    const changed = (...names: readonly string[]) => names.some((name) => this.#changed.has(name));
    const reload = changed(...OPTION_KEYS, 'names');
    const [day, window] = [this.#read('day'), this.#read('window') as EmbedState['window'] | null];
    if (day !== null && changed('day', 'window')) this.setDay(day, window ?? undefined);
    if (changed('asof')) this.setAsOf(this.#read('asof') ?? 'everything');
    if (changed(...SELECTION_KEYS)) {
      const type = SELECTION_KEYS.find((key) => this.hasAttribute(key));
      this.select(type ? { type, id: this.#read(type)! } : null);
    }
    const chapter = this.#read('chapter');
    // Without one the map stays where the reader is.
    if (changed('chapter') && chapter !== null) this.openChapter(chapter);
    if (changed('hide', 'without', 'external')) {
      this.filter({
        hide: list(this.#read('hide')),
        without: list(this.#read('without')),
        external: this.#read('external') === '1'
      });
    }
    if (this.#frame && changed('title')) this.#frame.title = this.#read('title') ?? TITLE;
    this.#changed.clear();
    if (reload && this.#frame) {
      // No message sets the form of place names: it is set by the address alone.
      if (this.#state)
        this.#state.query =
          this.#state.query.replace(/&names=[^&]*/, '') + (this.#read('names') ? `&names=${this.#read('names')}` : '');
      this.#load();
    }
  }

  post(message: HostMessage) {
    if (this.#ready) this.#frame?.contentWindow?.postMessage({ ...message, protocol: 'map-embed', version: 1 }, '*');
    else this.#waiting.set(message.type === 'pause' ? 'play' : message.type, message);
  }

  setDay: EmbedElement['setDay'] = (day, window) => this.post({ type: 'setDay', day, window });
  setAsOf: EmbedElement['setAsOf'] = (asOf) => this.post({ type: 'setAsOf', asOf });
  select: EmbedElement['select'] = (selection) => this.post({ type: 'select', selection });
  openChapter: EmbedElement['openChapter'] = (chapter) => this.post({ type: 'setChapter', chapter });
  filter: EmbedElement['filter'] = (filter) => this.post({ type: 'filter', ...filter });
  play = () => this.post({ type: 'play' });
  pause = () => this.post({ type: 'pause' });
  setLanguage: EmbedElement['setLanguage'] = (language) => {
    // Another language reloads the frame, as the attribute does. The map answers an unknown one with an error.
    if (LANGUAGES.includes(language)) this.setAttribute('lang', language);
    else this.post({ type: 'setLanguage', language });
  };
}

// Pages assembled from fragments may load the script more than once.
if (!customElements.get(ELEMENT)) customElements.define(ELEMENT, EmbeddedMap);
