import { Injectable, inject } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Problem } from './problem';

/**
 * Short messages at the edge of the screen; the newest replaces the one before, and screen readers are told.
 *
 * @since 0.1.0
 */
@Injectable({ providedIn: 'root' })
export class Toasts {
  private readonly snackBar = inject(MatSnackBar);

  /** Tells that something was done; gone after five seconds. */
  tell(text: string): void {
    this.snackBar.open(text, undefined, { duration: 5000, politeness: 'polite' });
  }

  /** Tells that something did not work; stays until it is closed. */
  warn(text: string): void {
    this.snackBar.open(text, '✕', { politeness: 'assertive', panelClass: 'peek-toast-warning' });
  }

  /** Shows what a failed call said. */
  problem(thrown: unknown): void {
    const problem = Problem.of(thrown);
    this.warn(problem.code ? `${problem.code} ${problem.detail}` : problem.detail);
  }
}
