import { type Signal, type WritableSignal, signal } from '@angular/core';
import { BehaviorSubject, type Observable } from 'rxjs';

/** A value that is true now, to be read as a signal and listened to as an observable. */
export class Fact<T> {
  private readonly held: WritableSignal<T>;
  private readonly subject: BehaviorSubject<T>;
  readonly signal: Signal<T>;
  /** The value now, then each new one. */
  readonly changes: Observable<T>;

  constructor(value: T) {
    this.held = signal(value);
    this.subject = new BehaviorSubject(value);
    this.signal = this.held.asReadonly();
    this.changes = this.subject.asObservable();
  }

  get value(): T {
    return this.subject.value;
  }

  set(value: T): void {
    this.held.set(value);
    this.subject.next(value);
  }
}
