import type { FrameMessage, HostMessage } from '../model/embed-contract.ts';
import { decodeHostMessage, posted, stateOf, viewAfter } from '../model/embed-messages.ts';
import { heightDialects } from '../model/embed-heights.ts';
import { isoDay } from '../model/day.ts';
import type { Dashboard } from './dashboard.svelte.ts';
import type { Playback } from './playback.svelte.ts';

/** The window that embeds the map. Implemented by the browser and by tests. */
export interface EmbedHost {
  post(data: unknown): void;
  /** Calls back with messages from the host page only; returns the undo. */
  listen(receive: (data: unknown) => void): () => void;
  /** Calls back once, in the next animation frame, or after a short timeout if none is rendered. Returns its cancel. */
  soon(run: () => void): () => void;
  /** This frame's address. */
  readonly src: string;
}

/** Queued messages with the same slot replace each other: only the last one counts. */
const slotOf = ({ type }: HostMessage) => (type === 'pause' ? 'play' : type);

/**
 * Connects the dashboard with the page that embeds the map. Per animation frame, at most one message of each type is
 * applied, the latest, and at most one change of the view is posted.
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
  const post = (message: FrameMessage) => host.post(posted(message));
  const wake = () => (cancel ??= host.soon(applyWaiting));

  function receive(data: unknown) {
    const decoded = decodeHostMessage(data);
    if (decoded === null) return;
    if ('problem' in decoded) problem = { type: 'error', ...decoded };
    else {
      const slot = slotOf(decoded.message);
      // Deleted first, so that the message moves to the end of the queue.
      waiting.delete(slot);
      waiting.set(slot, decoded.message);
    }
    wake();
  }

  function applyWaiting() {
    cancel = null;
    const due = [...waiting.values()];
    waiting.clear();
    for (const message of due) {
      const problemText = apply(message);
      if (problemText !== null) problem = { type: 'error', about: message.type, problem: problemText };
    }
    if (problem) post(problem);
    problem = null;
  }

  /** What is unknown about the message; `null` if it was applied. */
  function apply(message: HostMessage): string | null {
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
  const stopListening = host.listen(receive);
  post({
    type: 'ready',
    state: state(),
    days: { from: isoDay(info.domain.from), to: isoDay(info.domain.to) },
    languages: [...languages],
    dataVersion: info.version
  });
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
    for (const dialect of heightDialects(height, { id, childId, src: host.src })) host.post(dialect);
  };
  post();
  const observer = new ResizeObserver(post);
  for (const part of parts) observer.observe(part);
  return () => observer.disconnect();
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
