import type { EmbedState, FrameMessage, HostMessage } from '../model/embed-contract.ts';
import { matchLanguage } from '../model/match-language.ts';
import { enqueue, type MessageQueue } from '../model/message-queue.ts';
import {
  addressProblems,
  fixedHeight,
  frameAddress,
  OPTION_KEYS,
  reader,
  SELECTION_KEYS,
  VIEW_KEYS
} from './address.ts';
import type { EmbedElement } from './element-contract.ts';
import { ownAddress, siteFolder } from './own-address.ts';
import { reservedHeight } from './reserve.ts';

/*
 * The script that other sites load. It defines one element and changes nothing else of the page. Styles are set from
 * script and by a constructed style sheet, which a strict Content-Security-Policy allows.
 */

/**
 * Replaced at build: the element's name, the frame's default title, the languages; whether a row leads to other years; the
 * site's address, if it is known.
 */
declare const ELEMENT: string;
declare const TITLE: string;
declare const LANGUAGES: string[];
declare const YEARS: boolean;
declare const SITE: string | null;

// By the document's own getter: an image of that name must not stand in for it.
const running = Object.getOwnPropertyDescriptor(Document.prototype, 'currentScript')?.get?.call(document) as unknown;
const BASE = SITE ?? ownAddress(running, new Error().stack);

/** Only what is used of a message is checked: the rest is passed on as event detail. */
const TYPES: FrameMessage['type'][] = ['ready', 'change', 'height', 'error'];
/** A content has few heights at one width. A map that tells more must not keep the page busy. */
const MAX_HEIGHTS = 30;
const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox';
// The link stands in for the map where its address is not known, and on paper where the map was never loaded.
const STYLES =
  ':host{display:block;min-width:min(280px,100%)}:host([hidden]){display:none}iframe{display:block;width:100%;border:0}' +
  'p{display:none;margin:0}.lost{display:block}@media print{.early{display:none}.early+p{display:block}}';
const list = (text: string | null) => (text ?? '').split(',').filter(Boolean);
const warn = (problem: string) => console.warn(`<${ELEMENT}>: ${problem}`);

class EmbeddedMap extends HTMLElement implements EmbedElement {
  static observedAttributes = [...VIEW_KEYS, ...OPTION_KEYS, 'title'];

  #root = this.attachShadow({ mode: 'open' });
  #frame: HTMLIFrameElement | null = null;
  /** The link that the page gave, or one of our own. */
  #instead = document.createElement('p');
  #link = document.createElement('a');
  #ready = false;
  #state: EmbedState | null = null;
  /** The content's own height as last reported. */
  #reportedHeight = 0;
  #heightsLeft = 0;
  #width = 0;
  /** What was asked for since the frame last said what it shows: a frame that is loaded again is asked again. */
  #asked: MessageQueue = new Map();
  /** Attributes that changed since they were last handled; `null` until they are read for the first time. */
  #changed: Set<string> | null = null;
  #observer = new ResizeObserver(() => this.#fit());
  #read = reader(this);

  constructor() {
    super();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
    this.#root.adoptedStyleSheets = [sheet];
    const slot = document.createElement('slot');
    slot.addEventListener('slotchange', () => (this.#link.hidden = slot.assignedElements().length > 0));
    this.#link.textContent = TITLE;
    this.#instead.append(slot, this.#link);
    this.#root.append(this.#instead);
  }

  get state(): EmbedState | null {
    return this.#state;
  }

  connectedCallback() {
    addEventListener('message', this.#onMessage);
    this.#observer.observe(this);
    this.#ask();
    this.#load();
  }

  disconnectedCallback() {
    removeEventListener('message', this.#onMessage);
    this.#observer.disconnect();
    this.#frame?.remove();
    this.#frame = null;
    this.#ready = false;
  }

  /** Moved by `moveBefore`: the frame goes along as it is. */
  connectedMoveCallback() {}

  attributeChangedCallback(name: string, before: string | null, after: string | null) {
    if (!this.#changed || before === after) return;
    // Attributes are often set one by one: they are handled together. Of a map that is taken out, when it is put back.
    if (this.#changed.size === 0 && this.isConnected) queueMicrotask(() => this.#apply());
    this.#changed.add(name);
  }

  /** Loads a new frame, with the view shown before, if any, or else the view of the attributes. */
  #load() {
    this.#ready = false;
    this.#frame?.remove();
    const src = this.#read('src');
    const base = src === null ? BASE : siteFolder(src);
    this.#instead.classList.toggle('lost', !base);
    if (!base) {
      this.#link.removeAttribute('href');
      this.#frame = null;
      return console.error(
        `<${ELEMENT}>: ${src === null ? 'where the map is cannot be told from this script' : `src="${src}" is no address`}. ` +
          'Write the address of the map’s folder, which holds embed.js: src="https://example.org/map/"'
      );
    }
    for (const problem of addressProblems(this.#read, LANGUAGES)) warn(problem);
    const frame = document.createElement('iframe');
    const theme = this.#read('theme');
    frame.title = this.#read('title') ?? TITLE;
    frame.className = 'early';
    frame.loading = 'lazy';
    // With its own origin the frame can run the map's worker, and the server needs no special header. The frame still
    // cannot reach the host page, because its origin differs; on the same origin this script runs anyway. `isolated`
    // removes the own origin.
    frame.sandbox.value = this.hasAttribute('isolated') ? SANDBOX : `${SANDBOX} allow-same-origin`;
    if (theme === 'light' || theme === 'dark') frame.style.colorScheme = theme;
    const shown = this.#shown();
    frame.src = frameAddress(base, this.#read, shown, LANGUAGES);
    this.#link.href = frameAddress(base, this.#read, shown, LANGUAGES, false);
    this.#frame = frame;
    this.#reportedHeight = this.#width = 0;
    this.#fit();
    this.#root.prepend(frame);
  }

  /** The query of what the frame showed, at the day that was asked for since; `null` before it showed anything. */
  #shown(): string | null {
    if (!this.#state) return null;
    const query = new URLSearchParams(this.#state.query);
    const asked = this.#asked.get('setDay');
    // The rest of what was asked for follows when the frame is ready: it is less of a jump.
    if (asked?.type === 'setDay' && !query.has('chapter')) {
      query.set('day', asked.day);
      if (asked.window) query.set('window', asked.window);
    }
    return `${query}`;
  }

  #fit() {
    const width = this.clientWidth;
    if (!this.#frame || width === 0) return;
    if (width !== this.#width) {
      this.#width = width;
      this.#heightsLeft = MAX_HEIGHTS;
    }
    const coarse = matchMedia('(pointer: coarse)').matches;
    const reserved = reservedHeight(width, this.#read('controls'), coarse, {
      story: this.#read('story') === '1',
      troops: this.#read('troops') === '1',
      years: YEARS
    });
    const height = fixedHeight(this.#read) ?? Math.max(this.#reportedHeight, reserved);
    this.#frame.style.height = `${height}px`;
  }

  #onMessage = ({ source, data }: MessageEvent) => {
    if (!this.#frame || source === null || source !== this.#frame.contentWindow) return;
    const message = data as (FrameMessage & { protocol?: unknown; version?: unknown }) | null;
    if (message?.protocol !== 'map-embed' || message.version !== 1 || !TYPES.includes(message.type)) return;
    if (message.type === 'height') {
      const { height } = message;
      if (typeof height !== 'number' || !(height > 0 && height < 10_000) || this.#heightsLeft-- <= 0) return;
      this.#reportedHeight = height;
      this.#fit();
    } else if (message.type === 'error') {
      const { about, problem } = message;
      this.#asked.delete(about === 'pause' ? 'play' : about);
      // Of what the page's own code gets wrong: a page that listens hears it, and one that does not reads it here.
      if (about === 'address' && typeof problem === 'string') warn(problem);
    } else {
      if (typeof message.state?.query !== 'string') return;
      this.#state = message.state;
      if (message.type === 'change') this.#asked.clear();
      else {
        if (this.#ready) return;
        this.#ready = true;
        this.#frame.className = '';
        for (const asked of this.#asked.values()) this.#send(asked);
      }
    }
    this.dispatchEvent(new CustomEvent(message.type, { detail: message }));
  };

  /** Handles attributes that changed in one go. */
  #apply() {
    if (!this.isConnected || !this.#ask()) return;
    // The frame goes on playing.
    if (this.#state?.playing && !this.#asked.has('play')) this.play();
    this.#load();
  }

  /** Asks for what the changed attributes say; whether the frame has to be loaded again for some of them. */
  #ask(): boolean {
    const names = this.#changed ?? new Set();
    this.#changed = new Set();
    const changed = (...of: readonly string[]) => of.some((name) => names.has(name));
    const day = this.#read('day') ?? this.#state?.day;
    if (day && changed('day', 'window')) this.setDay(day, (this.#read('window') as EmbedState['window']) ?? undefined);
    if (changed('asof')) this.setAsOf((this.#read('asof') as EmbedState['asOf']) ?? 'everything');
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
    // No message sets the form of place names, or what the axis shows: they are set by the address alone.
    for (const key of ['names', 'axis']) {
      if (!this.#state || !changed(key)) continue;
      const query = new URLSearchParams(this.#state.query);
      query.delete(key);
      if (this.#read(key)) query.set(key, this.#read(key)!);
      this.#state = { ...this.#state, query: `${query}` };
    }
    return changed(...OPTION_KEYS, 'names', 'axis');
  }

  post(message: HostMessage) {
    enqueue(this.#asked, message);
    if (this.#ready) this.#send(message);
  }

  #send(message: HostMessage) {
    this.#frame?.contentWindow?.postMessage({ ...message, protocol: 'map-embed', version: 1 }, '*');
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
    if (matchLanguage(`${language}`, LANGUAGES)) this.setAttribute('lang', language);
    else this.post({ type: 'setLanguage', language });
  };
}

// Pages assembled from fragments may load the script more than once.
if (!customElements.get(ELEMENT)) customElements.define(ELEMENT, EmbeddedMap);
