import { Injectable, inject, signal } from '@angular/core';
import { Live } from '@peek/platform/live';
import { type Observable, map } from 'rxjs';
import { CountGuests, Dismiss, Greet, Guest } from './tuples';

/** What other plugins' pages may change. */
@Injectable({ providedIn: 'root' })
export class Salutation {
  readonly text = signal('Good morning');
}

/** Live data of this plugin, with its types. */
@Injectable({ providedIn: 'root' })
export class Guests {
  private readonly live = inject(Live);

  inRoom(room: number): Observable<readonly Guest[]> {
    return this.live.observe(Guest.select({ room })).pipe(map(({ tuples }) => tuples));
  }

  async greet(name: string): Promise<string> {
    const outcome = await this.live.act(Greet.of({ name }));
    return outcome.is === 'done' ? outcome.result.since : outcome.message;
  }

  async dismiss(name: string): Promise<void> {
    await this.live.act(Dismiss.of({ name })).stored;
  }

  async count(room: number): Promise<number> {
    return (await this.live.call(CountGuests.of({ room }), { timeout: 2_000 })).count;
  }
}
