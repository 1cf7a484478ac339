/** Requests one animation frame; returns its cancel. */
export type NextFrame = (run: () => void) => () => void;

const browserFrame: NextFrame = (run) => {
  const id = requestAnimationFrame(run);
  return () => cancelAnimationFrame(id);
};

/** A callback that is called at most once per animation frame, with the latest value, so that no queue builds up. */
export type PerFrame<Value> = {
  (value: Value): void;
  /** Calls back immediately with a pending value. */
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
