import type { Relation } from '../../../lib/model/dataset.ts';
import {
  isLeftForLater,
  type Draft,
  type DraftClaim,
  type DraftEvent,
  type FieldPath,
  type RelationChange
} from '../draft.ts';
import type { DraftProblem } from '../files/check-draft.ts';
import type { Known, KnownClaim } from '../proposals/known.ts';
import type { Checked, OpenDraft, Overview, Region, Saved } from '../wire.ts';
import { freeId } from '../../data-folder/slug.ts';
import { ask, Failed, messageOf } from './api.ts';
import { pathsOf, setAt, withConfirmed } from './field-paths.ts';
import type { Others } from './proposing.ts';
import { Saver, type SaveState } from './saver.ts';
import { linesOf } from './text-lines.ts';

const NOT_CONFIRMED = 'D01';

export const STEPS = [
  ['article', 'Take in'],
  ['claims', 'Annotate'],
  ['join', 'Join'],
  ['translate', 'Translate'],
  ['publish', 'Check and publish']
] as const;
export type Step = (typeof STEPS)[number][0];

/** How long after the last change the rules run: they read the whole data folder. */
const SETTLE_MS = 400;

/**
 * One draft that is open: what is written, whether it is on disk, and what the rules say of it. Every change of `draft`
 * is saved; nothing else keeps what the editor wrote.
 */
export class DeskState {
  draft = $state<Draft>() as Draft;
  known = $state.raw<Known>() as Known;
  text: string;
  lines;
  saveState = $state<SaveState>('saved');
  saveMessage = $state('');
  problems = $state.raw<DraftProblem[]>([]);
  /** The problems are of the draft as it is. */
  isChecked = $state(false);
  checkFailed = $state('');
  step = $state<Step>('claims');
  /** The claim whose form is open. */
  claimKey = $state<string | null>(null);
  /** The claim that was just made: its form takes the focus. */
  freshKey: string | null = null;
  /** Why a field of a claim was proposed, by the claim’s key. */
  readonly why: Record<string, Record<FieldPath, string>> = $state({});
  /** What is offered for a claim beside what was proposed, by its key. */
  readonly others: Record<string, Others> = $state({});
  /** Told to screen readers. */
  said = $state('');

  private version: string;
  private saver: Saver<Draft>;
  private checkTimer: ReturnType<typeof setTimeout> | undefined;
  private checkRun = 0;

  constructor(open: OpenDraft, overview: Overview) {
    this.draft = open.draft;
    this.known = open.known;
    this.version = open.version;
    this.text = open.text;
    this.lines = linesOf(open.text);
    this.region = overview.region;
    this.saver = new Saver<Draft>(
      (draft) => this.write(draft),
      (state, message) => {
        this.saveState = state;
        this.saveMessage = message;
      }
    );
  }

  readonly region: Region;

  claim = $derived.by(() => this.draft.claims.find(({ key }) => key === this.claimKey) ?? null);
  errors = $derived.by(() =>
    this.problems.filter((problem) => problem.severity === 'error' && !isLeftForLater(problem))
  );

  /** Saves each change from now on; returns what ends that. */
  watch(): () => void {
    let first = true;
    const stopWatching = $effect.root(() => {
      $effect(() => {
        const draft = $state.snapshot(this.draft) as Draft;
        if (first) first = false;
        else this.saver.offer(draft);
      });
    });
    this.check();
    return () => {
      stopWatching();
      this.saver.stop();
      clearTimeout(this.checkTimer);
    };
  }

  get isSaved(): boolean {
    return this.saver.isIdle && this.saveState === 'saved';
  }

  private async write(draft: Draft): Promise<void> {
    this.isChecked = false;
    const path = `/drafts/${draft.id}`;
    const { version, known } = await ask<Saved>('PUT', path, { version: this.version, draft });
    this.version = version;
    this.known = known;
    this.check();
  }

  /** Writes the draft into the data folder, all of it or nothing. */
  async publish(): Promise<{ files: string[] }> {
    if (!this.isSaved) throw new Failed(0, 'The last change is not saved yet: try again.');
    // Once it is published there is no draft to be checked.
    clearTimeout(this.checkTimer);
    return ask('POST', `/drafts/${this.draft.id}/publish`, { version: this.version });
  }

  /** Puts another text into the place of the draft’s, which is opened anew with it. */
  async changeText(file: Blob): Promise<OpenDraft> {
    if (!this.isSaved) throw new Failed(0, 'The last change is not saved yet: try again.');
    return ask('POST', `/drafts/${this.draft.id}/text`, file);
  }

  /** Has the rules run over the draft as it is on disk. */
  private check(): void {
    clearTimeout(this.checkTimer);
    this.checkTimer = setTimeout(async () => {
      const run = ++this.checkRun;
      try {
        const { version, problems } = await ask<Checked>('POST', `/drafts/${this.draft.id}/check`);
        if (run !== this.checkRun) return;
        // Each field says itself that it is a proposal.
        this.problems = problems.filter(({ rule }) => rule !== NOT_CONFIRMED);
        this.isChecked = version === this.version;
        this.checkFailed = '';
      } catch (error) {
        this.checkFailed = messageOf(error);
      }
    }, SETTLE_MS);
  }

  /** Takes in what was just added to the draft, until the server answers with all that is known. */
  know(more: Partial<Known>): void {
    this.known = { ...this.known, ...more };
  }

  /** A key that no claim of the draft has, nor had: joins name claims by it. */
  newKey(): string {
    const { claims, joins, relations, changedRelations } = this.draft;
    const named = [
      ...claims.map(({ key }) => key),
      ...joins.map(({ claim }) => claim),
      ...[...relations, ...changedRelations.flatMap(({ now }) => now ?? [])].flatMap((relation) => [
        ...relation.claims,
        ...relation.with
      ])
    ];
    return `c${1 + Math.max(0, ...named.map((key) => Number(/^c(\d+)$/.exec(key)?.[1] ?? 0)))}`;
  }

  /** Takes a claim out, with all that rests on it. */
  removeClaim(key: string): void {
    const { draft } = this;
    draft.claims = draft.claims.filter((claim) => claim.key !== key);
    draft.joins = draft.joins.filter((join) => join.claim !== key);
    draft.relations = draft.relations.filter((one) => ![...one.claims, ...one.with].includes(key));
    for (const change of draft.changedRelations)
      for (const side of ['claims', 'with'] as const) {
        const left = change.now?.[side].filter((one) => one !== key);
        if (change.now && left!.length < change.now[side].length) {
          if (left!.length === 0) change.now = null;
          else change.now[side] = left!;
        }
      }
    this.dropUnusedEvents();
    if (this.claimKey === key) this.claimKey = null;
  }

  /** An id for an event, of the first words of its title. */
  newEventId(title: string): string {
    const taken = [...this.known.events, ...this.draft.events].map(({ id }) => id);
    return freeId(title.split(/\s+/).slice(0, 5).join(' '), taken);
  }

  /** Gives an event of the draft the id that its title makes now. */
  renameEvent(event: DraftEvent): void {
    const before = event.id;
    const base = freeId(event.title.split(/\s+/).slice(0, 5).join(' '), []);
    if (before === base || before.replace(/-\d+$/, '') === base) return;
    event.id = this.newEventId(event.title);
    for (const join of this.draft.joins) if (join.event === before) join.event = event.id;
  }

  /**
   * An event of the draft that no claim is joined to any more was made for nothing; so was a word of such a claim. A
   * published one that was changed keeps its changes if a claim was joined to it when the article was opened.
   */
  dropUnusedEvents(): void {
    const { draft } = this;
    const isJoined = (event: string) => draft.joins.some((join) => join.event === event);
    draft.events = draft.events.filter(({ id }) => isJoined(id));
    draft.changedEvents = draft.changedEvents.filter(({ was: { id } }) => isJoined(id) || this.wasJoined(id));
    const others = new Set(this.known.claims.filter(({ article }) => article !== draft.id).map(({ id }) => id));
    for (const event of [...draft.events, ...draft.changedEvents.map(({ now }) => now)])
      event.labels = event.labels.filter(
        ({ claim }) => others.has(claim) || draft.joins.some((join) => join.event === event.id && join.claim === claim)
      );
  }

  /** Whether a claim was joined to an event when the article was opened. */
  private wasJoined = (event: string): boolean =>
    this.draft.opened?.joins.some((join) => join.event === event) ?? false;

  /** Published events that claims were joined to when the article was opened, and are no more. */
  leftEvents = $derived.by(() => {
    const joined = new Set(this.draft.joins.map(({ event }) => event));
    const were = (this.draft.opened?.joins ?? []).map(({ event }) => event);
    return [...new Set(were)].filter((id) => !joined.has(id) && this.claimsOfOthers(id).length > 0);
  });

  /** The claims of other articles that are joined to an event. */
  claimsOfOthers(event: string): KnownClaim[] {
    const joined = new Set(this.known.events.find(({ id }) => id === event)?.claims.map(({ id }) => id));
    return this.known.claims.filter(({ id, article }) => article !== this.draft.id && joined.has(id));
  }

  titleOf(event: string): string {
    const { events, changedEvents } = this.draft;
    const all = [...events, ...changedEvents.map(({ now }) => now), ...this.known.events];
    return all.find(({ id }) => id === event)?.title ?? event;
  }

  /** Opens a published event to be changed. */
  changeEvent(id: string): void {
    const { claims: _claims, ...event } = this.known.events.find((each) => each.id === id)!;
    this.draft.changedEvents.push({ was: event, now: structuredClone(event) });
  }

  takeBackEvent(id: string): void {
    const { changedEvents } = this.draft;
    const { was } = changedEvents.find((change) => change.was.id === id)!;
    this.draft.changedEvents = changedEvents.filter((change) => change.was.id !== id);
    const before = $state.snapshot(was) as DraftEvent;
    this.know({ events: this.known.events.map((one) => (one.id === id ? { ...before, claims: one.claims } : one)) });
  }

  /** Opens a published relation to be changed, or takes it out. */
  changeRelation(relation: Relation, isGone: boolean): void {
    const { id: _id, ...now } = structuredClone(relation);
    this.draft.changedRelations.push({ was: relation, now: isGone ? null : now });
  }

  takeBackRelation({ was }: RelationChange): void {
    this.draft.changedRelations = this.draft.changedRelations.filter((change) => change.was.id !== was.id);
    const before = $state.snapshot(was) as Relation;
    this.know({ relations: [...this.known.relations.filter(({ id }) => id !== was.id), before] });
  }

  relationLabel = (type: string): string => this.known.codes.relations.find(({ id }) => id === type)?.label ?? type;

  /** A claim in its own words. */
  sayOf(claim: string): string {
    const own = this.draft.claims.find(({ key }) => key === claim);
    return own
      ? own.fields.what || 'a claim of this draft'
      : (this.known.claims.find(({ id }) => id === claim)?.what ?? claim);
  }

  problemsOf(of: string, field?: FieldPath): DraftProblem[] {
    return this.problems.filter((problem) => problem.of === of && (field === undefined || problem.field === field));
  }

  setField(claim: DraftClaim, path: FieldPath, value: unknown): void {
    setAt(claim.fields, path, value);
    claim.confirmed = withConfirmed(path, claim.confirmed);
  }

  confirmAll(claim: DraftClaim): void {
    claim.confirmed = [...new Set(pathsOf(claim.fields).map((path) => path.replace(/[.[].*$/, '')))];
  }
}
