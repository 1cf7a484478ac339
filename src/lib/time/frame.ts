/** Requests one animation frame; returns its cancel. */
export type NextFrame = (run: () => void) => () => void;

const browserFrame: NextFrame = (run) => {
  const id = requestAnimationFrame(run);
  return () => cancelAnimationFrame(id);
};

/**
 * A callback that is called at once with the first value of an animation frame, and with the latest of the others when the
 * next one begins: nothing waits that need not, and no queue builds up.
 */
export type PerFrame<Value> = {
  (value: Value): void;
  /** Calls back immediately with a pending value. */
  flush(): void;
  cancel(): void;
};

export function perFrame<Value>(deliver: (value: Value) => void, nextFrame: NextFrame = browserFrame): PerFrame<Value> {
  let pending: { value: Value } | null = null;
  let cancelFrame: (() => void) | null = null;
  const flush = () => {
    if (!pending) return;
    const { value } = pending;
    pending = null;
    deliver(value);
  };
  const wait = () => {
    cancelFrame = nextFrame(() => {
      cancelFrame = null;
      if (pending) wait();
      flush();
    });
  };
  const push = (value: Value) => {
    pending = { value };
    if (cancelFrame) return;
    wait();
    flush();
  };
  return Object.assign(push, {
    flush,
    cancel: () => {
      cancelFrame?.();
      cancelFrame = null;
      pending = null;
    }
  });
}
