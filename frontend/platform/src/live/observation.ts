import { type Observable, Subject, defer, startWith } from 'rxjs';
import type { DataHeader, Incoming } from './message';
import { NOTHING, type Observed, type Trouble } from './observed';
import { type PatchOperation, applyPatch } from './patch';
import type { Known } from './value-cache';

/** One selector that somebody on this page observes. */
export class Observation {
  /** How many observe it. */
  observers = 0;
  /** The cache was looked into: whether there is a version to bring along is known. */
  ready = false;
  /** The service was told on this connection. */
  asked = false;
  private known?: Known;
  private live = false;
  private trouble?: Trouble;
  private wholeIsComing = false;
  private told?: Observed<unknown>;
  private readonly subject = new Subject<Observed<unknown>>();

  constructor(readonly key: string) {}

  /** What is known now, if anything is, then each change. */
  get changes(): Observable<Observed<unknown>> {
    return defer(() => (this.told ? this.subject.pipe(startWith(this.told)) : this.subject));
  }

  get version(): string | undefined {
    return this.known?.version;
  }

  get value(): Known | undefined {
    return this.known;
  }

  /** From the cache; what the service said meanwhile is newer. */
  fromCache(value: Known | undefined): void {
    this.ready = true;
    if (value && !this.known) {
      this.known = value;
      this.tell();
    }
  }

  /**
   * Takes what the service says.
   *
   * @returns `keep` when there is something to cache, `forget` when what is cached must go, `whole` when the whole must be asked for
   */
  take({ header, body }: Incoming<DataHeader>, now: number): 'keep' | 'forget' | 'whole' | 'nothing' {
    switch (header.t) {
      case 'value':
        this.wholeIsComing = false;
        return this.replace({ version: header.v, tuples: JSON.parse(body) as unknown[], confirmed: now });
      case 'same':
        return this.known ? this.replace({ ...this.known, confirmed: now }) : this.askForWhole();
      case 'patch':
        if (this.known?.version !== header.from) {
          return this.askForWhole();
        }
        return this.patch(this.known, header.v, JSON.parse(body) as PatchOperation[], now);
      case 'trouble':
        return this.fail({ code: header.code, message: header.message, lasting: header.lasting });
    }
  }

  /** The connection is gone: what is shown is only what was known. */
  lost(heardAt: number): void {
    this.asked = this.wholeIsComing = false;
    if (this.live && this.known) {
      this.live = false;
      this.known = { ...this.known, confirmed: Math.max(heardAt, this.known.confirmed) };
      this.tell();
    }
  }

  /** There is a new connection, which was told nothing yet. */
  begin(): void {
    this.asked = this.wholeIsComing = false;
  }

  /** Another user: nothing of what was known is theirs. */
  forget(): void {
    this.ready = this.asked = this.live = this.wholeIsComing = false;
    this.known = this.trouble = undefined;
    if (this.told) {
      this.tell();
    }
  }

  private patch(known: Known, version: string, operations: readonly PatchOperation[], now: number): 'keep' | 'whole' | 'nothing' {
    try {
      return this.replace({ version, tuples: applyPatch(known.tuples, operations), confirmed: now });
    } catch (misfit) {
      console.warn(`${this.key}: ${String(misfit)} The whole is asked for.`);
      return this.askForWhole();
    }
  }

  private replace(known: Known): 'keep' {
    this.known = known;
    this.live = true;
    this.trouble = undefined;
    this.tell();
    return 'keep';
  }

  /** Once is enough: patches that come before the whole do not fit either. */
  private askForWhole(): 'whole' | 'nothing' {
    if (this.wholeIsComing) {
      return 'nothing';
    }
    this.wholeIsComing = true;
    return 'whole';
  }

  private fail(trouble: Trouble): 'forget' | 'nothing' {
    this.trouble = trouble;
    this.live = false;
    if (trouble.lasting) {
      this.known = undefined;
    }
    this.tell();
    return trouble.lasting ? 'forget' : 'nothing';
  }

  private tell(): void {
    const { known, trouble } = this;
    const value = known ? { tuples: known.tuples, from: this.live ? ('live' as const) : ('cache' as const), since: new Date(known.confirmed) } : NOTHING;
    this.told = { ...value, ...(trouble ? { trouble } : {}) };
    this.subject.next(this.told);
  }
}
