import type { FrameMessage, HostMessage } from '../model/embed-contract.ts';
import { decodeHostMessage, posted, stateOf, viewAfter } from '../model/embed-messages.ts';
import { heightDialects } from '../model/embed-heights.ts';
import { isoDay } from '../model/day.ts';
import type { Dashboard } from './dashboard.svelte.ts';
import type { Playback } from './playback.svelte.ts';

/** The window that the map is embedded in, and its frames; the browser's, or a test's. */
export interface EmbedHost {
  post(data: unknown): void;
  /** Calls back with what the page around posted, and nobody else; returns the undo. */
  listen(heard: (data: unknown) => void): () => void;
  /** Calls back once, soon: by the next frame, or shortly after where none is drawn. */
  soon(run: () => void): () => void;
  /** This frame's address. */
  readonly src: string;
}

/** Messages of these types replace each other while they wait: the last one is meant. */
const slotOf = ({ type }: HostMessage) => (type === 'pause' ? 'play' : type);

/**
 * Connects the dashboard with the page that the map is embedded in. However many messages arrive, one of a type is
 * carried out a frame, the latest; however often the view changes, the page is told once a frame.
 * Call in the browser; returns the undo.
 */
export function openEmbedChannel(
  {
    dashboard,
    playback,
    languages,
    onlanguage
  }: { dashboard: Dashboard; playback: Playback; languages: readonly string[]; onlanguage(language: string): void },
  host: EmbedHost
): () => void {
  const { index } = dashboard;
  const { info } = index.dataset;
  const waiting = new Map<string, HostMessage>();
  let problem: Extract<FrameMessage, { type: 'error' }> | null = null;
  let cancel: (() => void) | null = null;
  const say = (message: FrameMessage) => host.post(posted(message));
  const wake = () => (cancel ??= host.soon(carryOut));

  function hear(data: unknown) {
    const decoded = decodeHostMessage(data);
    if (decoded === null) return;
    if ('problem' in decoded) problem = { type: 'error', ...decoded };
    else {
      const slot = slotOf(decoded.message);
      // Taken out first, so that it stands where it was said last.
      waiting.delete(slot);
      waiting.set(slot, decoded.message);
    }
    wake();
  }

  function carryOut() {
    cancel = null;
    const due = [...waiting.values()];
    waiting.clear();
    for (const message of due) {
      const refused = obey(message);
      if (refused !== null) problem = { type: 'error', about: message.type, problem: refused };
    }
    if (problem) say(problem);
    problem = null;
  }

  /** What is unknown about the message; `null` where it was carried out. */
  function obey(message: HostMessage): string | null {
    if (message.type === 'play') playback.play();
    else if (message.type === 'pause') playback.pause();
    else if (message.type === 'setLanguage') {
      if (!languages.includes(message.language)) return `no language ${JSON.stringify(message.language)}`;
      onlanguage(message.language);
    } else {
      const after = viewAfter(dashboard.view, message, index);
      if ('problem' in after) return after.problem;
      dashboard.view = after.view;
    }
    return null;
  }

  const state = () => stateOf(dashboard.view, playback.playing, index);
  const undoListening = host.listen(hear);
  say({
    type: 'ready',
    state: state(),
    days: { from: isoDay(info.domain.from), to: isoDay(info.domain.to) },
    languages: [...languages],
    dataVersion: info.version
  });
  let sent = JSON.stringify(state());
  const undoTelling = $effect.root(() => {
    $effect(() => {
      const next = state();
      return host.soon(() => {
        const text = JSON.stringify(next);
        if (text === sent) return;
        sent = text;
        say({ type: 'change', state: next });
      });
    });
  });
  return () => {
    undoListening();
    undoTelling();
    cancel?.();
  };
}

/**
 * Tells the page around how high the parts are together, now and when it changes. Their own heights, never the
 * frame's: a height that followed the frame's would chase itself.
 */
export function tellHeight(parts: readonly HTMLElement[], { id, host }: { id: string; host: EmbedHost }): () => void {
  const childId = new URL(host.src).searchParams.get('childId');
  let sent = 0;
  const tell = () => {
    const height = Math.ceil(parts.reduce((sum, part) => sum + part.getBoundingClientRect().height, 0));
    if (height === sent || height === 0) return;
    sent = height;
    host.post(posted({ type: 'height', height }));
    for (const dialect of heightDialects(height, { id, childId, src: host.src })) host.post(dialect);
  };
  tell();
  const observer = new ResizeObserver(tell);
  for (const part of parts) observer.observe(part);
  return () => observer.disconnect();
}

/** Where no frame is drawn (a hidden tab, a frame out of sight) what waits is due after this. */
const NO_FRAME_MS = 250;

/** `null` where the page is not embedded. */
export function browserHost(): EmbedHost | null {
  if (window.parent === window) return null;
  const { parent } = window;
  return {
    // To any origin: what is said is on public view in this frame, and an opaque origin has no name.
    post: (data) => parent.postMessage(data, '*'),
    listen: (heard) => {
      const listener = ({ source, data }: MessageEvent) => {
        if (source === parent) heard(data);
      };
      addEventListener('message', listener);
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
    src: location.href
  };
}
