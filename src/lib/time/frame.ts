/** Asks for one animation frame; returns what takes the wish back. */
export type NextFrame = (run: () => void) => () => void;

const browserFrame: NextFrame = (run) => {
  const id = requestAnimationFrame(run);
  return () => cancelAnimationFrame(id);
};

/** A callback that is called at most once a frame, with the latest value: no queue builds up behind the hand. */
export type PerFrame<Value> = {
  (value: Value): void;
  /** Hands over at once what still waits. */
  flush(): void;
  cancel(): void;
};

export function perFrame<Value>(deliver: (value: Value) => void, nextFrame: NextFrame = browserFrame): PerFrame<Value> {
  let waiting: { value: Value; cancel: () => void } | null = null;
  const flush = () => {
    if (!waiting) return;
    const { value, cancel } = waiting;
    waiting = null;
    cancel();
    deliver(value);
  };
  const push = (value: Value) => {
    if (waiting) waiting.value = value;
    else waiting = { value, cancel: nextFrame(flush) };
  };
  return Object.assign(push, {
    flush,
    cancel: () => {
      waiting?.cancel();
      waiting = null;
    }
  });
}
