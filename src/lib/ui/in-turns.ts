import { advance } from '../model/steps.ts';

/** So long work may hold up the page at a time, ms. */
const TURN_MS = 12;

/**
 * Runs work that ends a part at each `yield`, `take` being given what it yields: between the parts the page answers. What
 * takes no longer than a turn is done at once.
 */
export async function inTurns<Part, Result>(
  work: Iterator<Part, Result>,
  take?: (part: Part) => void
): Promise<Result> {
  for (;;) {
    const done = advance(work, TURN_MS, take);
    if (done) return done.made;
    await nextTurn();
  }
}

/** Not a timer: in a page that is not seen, timers come once a second. */
const nextTurn = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
