import { Injectable, signal } from '@angular/core';

/** What other plugins' pages may change. */
@Injectable({ providedIn: 'root' })
export class Salutation {
  readonly text = signal('Good morning');
}
