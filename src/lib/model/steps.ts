/** Long work that yields every few milliseconds, so that whoever runs it can let others in between. */
export type Steps<T> = Generator<void, T>;

/** Does all of it now. */
export function finished<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Goes on until it is done or `limitMs` have passed; `null`: not done yet. `take` is given what is yielded. */
export function advance<T, Part>(
  steps: Iterator<Part, T>,
  limitMs: number,
  take: (part: Part) => void = () => {}
): { made: T } | null {
  const end = performance.now() + limitMs;
  do {
    const { done, value } = steps.next();
    if (done) return { made: value };
    take(value);
  } while (performance.now() < end);
  return null;
}
