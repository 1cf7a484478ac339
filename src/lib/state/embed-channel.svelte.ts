import type { EmbedDay, FrameMessage, HostMessage } from '../model/embed-contract.ts';
import { addressProblem, decodeHostMessage, posted, stateOf, viewAfter } from '../model/embed-messages.ts';
import { heightDialects } from '../model/embed-heights.ts';
import { isoDay } from '../model/day.ts';
import type { DatasetIndex } from '../model/index-dataset.ts';
import { matchLanguage } from '../model/match-language.ts';
import { enqueue, type MessageQueue } from '../model/message-queue.ts';
import { isPlainClick } from '../ui/plain-click.ts';
import type { Dashboard } from './dashboard.svelte.ts';
import type { Playback } from './playback.svelte.ts';

declare global {
  interface Window {
    /** Messages that came before this module could listen, from the script in app.html. */
    heldMessages?: MessageEvent[] | null;
  }
}

/** Resolves once it is known whether there is what a message names, as the query of an address; `null`: it is. */
function settled(message: HostMessage, { texts }: DatasetIndex): Promise<unknown> | null {
  if (message.type === 'filter' && message.without?.length)
    return texts.readyFor(new URLSearchParams({ without: message.without.join() }));
  if (message.type === 'select' && message.selection)
    return texts.readyFor(new URLSearchParams({ [message.selection.type]: message.selection.id }));
  return null;
}

/** The window that embeds the map. Implemented by the browser and by tests. */
export interface EmbedHost {
  post(data: unknown): void;
  /** Calls back with messages from the host page only, those held before too; returns the undo. */
  listen(receive: (data: unknown) => void): () => void;
  /** Calls back once, in the next animation frame, or after a short timeout if none is rendered. Returns its cancel. */
  soon(run: () => void): () => void;
  /** This frame's address. */
  readonly src: string;
  /** What WordPress puts into the address of a frame that it found by oEmbed, and wants back with each message. */
  readonly secret: string | null;
}

/**
 * Connects the dashboard with the page that embeds the map. Per animation frame, at most one message of each type is
 * applied, the latest, and at most one change of the view is posted. `unknown`: keys of the address without a meaning.
 * Call in the browser; returns the undo.
 */
export function openEmbedChannel(
  {
    dashboard,
    playback,
    languages,
    unknown,
    onlanguage
  }: {
    dashboard: Dashboard;
    playback: Playback;
    languages: readonly string[];
    unknown: readonly string[];
    onlanguage(language: string): void;
  },
  host: EmbedHost
): () => void {
  const { index } = dashboard;
  const { info } = index.dataset;
  const waiting: MessageQueue = new Map();
  /** Those that wait for texts. */
  const held: MessageQueue = new Map();
  let problem: Extract<FrameMessage, { type: 'error' }> | null = null;
  let cancel: (() => void) | null = null;
  const post = (message: FrameMessage) => host.post(posted(message));
  const wake = () => (cancel ??= host.soon(applyWaiting));

  function receive(data: unknown) {
    const decoded = decodeHostMessage(data);
    if (decoded === null) return;
    if ('problem' in decoded) problem = { type: 'error', ...decoded };
    else enqueue(waiting, decoded.message);
    wake();
  }

  function applyWaiting() {
    cancel = null;
    const messages = [...waiting.values()];
    waiting.clear();
    for (const message of messages) {
      // A later message of the type takes its place.
      held.delete(message.type);
      const known = settled(message, index);
      if (known) {
        held.set(message.type, message);
        void known.then(
          () => release(message, () => apply(message)),
          () => release(message, () => 'the data could not be fetched')
        );
        continue;
      }
      const problemText = apply(message);
      if (problemText !== null) problem = { type: 'error', about: message.type, problem: problemText };
    }
    if (problem) post(problem);
    problem = null;
  }

  /** Does what a message waited for, unless a later one has come. */
  function release(message: HostMessage, run: () => string | null) {
    if (held.get(message.type) !== message) return;
    held.delete(message.type);
    const problemText = waiting.has(message.type) ? null : run();
    if (problemText !== null) post({ type: 'error', about: message.type, problem: problemText });
  }

  /** What is unknown about the message; `null` if it was applied. */
  function apply(message: HostMessage): string | null {
    if (message.type === 'play') playback.play();
    else if (message.type === 'pause') playback.pause();
    else if (message.type === 'setLanguage') {
      const language = matchLanguage(message.language, languages);
      if (language === null) return `no language ${JSON.stringify(message.language)}`;
      onlanguage(language);
    } else {
      const after = viewAfter(dashboard.view, message, index);
      if ('problem' in after) return after.problem;
      dashboard.view = after.view;
    }
    return null;
  }

  const state = () => stateOf(dashboard.view, playback.playing, index);
  const stopListening = host.listen(receive);
  post({
    type: 'ready',
    state: state(),
    days: { from: isoDay(info.domain.from) as EmbedDay, to: isoDay(info.domain.to) as EmbedDay },
    languages: [...languages],
    dataVersion: info.version
  });
  const misread = addressProblem(unknown);
  if (misread) post(misread);
  let sent = JSON.stringify(state());
  const stopPosting = $effect.root(() => {
    $effect(() => {
      const next = state();
      return host.soon(() => {
        const text = JSON.stringify(next);
        if (text === sent) return;
        sent = text;
        post({ type: 'change', state: next });
      });
    });
  });
  return () => {
    stopListening();
    stopPosting();
    cancel?.();
  };
}

/**
 * Posts the total height of the elements to the host page, now and whenever it changes. Measures the elements, not the
 * frame: a height that depends on the frame's height would grow in a loop.
 */
export function tellHeight(parts: readonly HTMLElement[], { id, host }: { id: string; host: EmbedHost }): () => void {
  const childId = new URL(host.src).searchParams.get('childId');
  let sent = 0;
  const post = () => {
    const height = Math.ceil(parts.reduce((sum, part) => sum + part.getBoundingClientRect().height, 0));
    if (height === sent || height === 0) return;
    sent = height;
    host.post(posted({ type: 'height', height }));
    for (const dialect of heightDialects(height, { id, childId, src: host.src, secret: host.secret }))
      host.post(dialect);
  };
  post();
  const observer = new ResizeObserver(post);
  for (const part of parts) observer.observe(part);
  return () => observer.disconnect();
}

/** What WordPress writes behind the address. */
const secretIn = (hash: string): string | null => /^#\?secret=([A-Za-z0-9]+)$/.exec(hash)?.[1] ?? null;

/**
 * In WordPress's frame no link opens a window: the page around follows those to the map's own host, if it is told.
 * Returns the undo.
 */
export function passLinks(root: HTMLElement, { host }: { host: EmbedHost }): () => void {
  const pass = (event: MouseEvent) => {
    // In the drawing links are elements of SVG, whose `href` is no string.
    const href = (event.target as Element).closest('a')?.getAttribute('href');
    if (!isPlainClick(event) || !href || new URL(href, host.src).host !== new URL(host.src).host) return;
    event.preventDefault();
    host.post({ message: 'link', value: new URL(href, host.src).href, secret: host.secret });
  };
  root.addEventListener('click', pass);
  return () => root.removeEventListener('click', pass);
}

/** Timeout for when no animation frame is rendered (a hidden tab, a frame out of view). */
const NO_FRAME_MS = 250;

/** `null` where the page is not embedded. */
export function browserHost(): EmbedHost | null {
  if (window.parent === window) return null;
  const { parent } = window;
  return {
    // To any origin: the messages contain nothing private, and an opaque origin cannot be named.
    post: (data) => parent.postMessage(data, '*'),
    listen: (receive) => {
      const listener = ({ source, data }: MessageEvent) => {
        if (source === parent) receive(data);
      };
      addEventListener('message', listener);
      // What was said before this program was here: the script in app.html held it.
      for (const early of window.heldMessages ?? []) listener(early);
      window.heldMessages = null;
      return () => removeEventListener('message', listener);
    },
    soon: (run) => {
      const cancel = () => {
        cancelAnimationFrame(frame);
        clearTimeout(timer);
      };
      const once = () => {
        cancel();
        run();
      };
      const frame = requestAnimationFrame(once);
      const timer = setTimeout(once, NO_FRAME_MS);
      return cancel;
    },
    src: location.href,
    secret: secretIn(location.hash)
  };
}
