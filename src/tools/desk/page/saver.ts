import { Failed } from './api.ts';

export type SaveState = 'saved' | 'saving' | 'failed' | 'overtaken';

/**
 * Keeps a draft on disk as it is changed: at once, one write after the other, the newest state last. What is said of the
 * state is true: `saved` means that the server has written all there is.
 */
export class Saver<State> {
  private waiting: { state: State } | null = null;
  private writing = false;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private stopped = false;

  constructor(
    private readonly write: (state: State) => Promise<void>,
    private readonly tell: (state: SaveState, message: string) => void,
    private readonly retryMs = 2000
  ) {}

  offer(state: State): void {
    if (this.stopped) return;
    this.waiting = { state };
    void this.run();
  }

  get isIdle(): boolean {
    return this.waiting === null && !this.writing;
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.retry);
  }

  private async run(): Promise<void> {
    if (this.writing || this.stopped) return;
    clearTimeout(this.retry);
    this.writing = true;
    while (this.waiting && !this.stopped) {
      const { state } = this.waiting;
      this.waiting = null;
      this.tell('saving', '');
      try {
        await this.write(state);
      } catch (error) {
        const failed = error instanceof Failed ? error : new Failed(0, String(error));
        // Another tab was first: to write over what it wrote would lose that.
        if (failed.status === 409) {
          this.stop();
          this.tell('overtaken', failed.message);
          break;
        }
        this.waiting ??= { state };
        this.tell('failed', failed.message);
        this.retry = setTimeout(() => void this.run(), this.retryMs);
        break;
      }
      if (!this.waiting) this.tell('saved', '');
    }
    this.writing = false;
  }
}
