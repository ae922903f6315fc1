import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { text } from '../texts';

/** The server did not answer when the app was opened. */
@Component({
  selector: 'peek-unreachable',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [MatButton],
  template: `
    <main class="centred" role="alert">
      <h1>{{ text('unreachable.title') }}</h1>
      <p>{{ text('unreachable.explanation') }}</p>
      <p class="quiet">{{ reason() }}</p>
      <button matButton="filled" type="button" (click)="again.emit()">{{ text('action.tryAgain') }}</button>
    </main>
  `,
})
export class Unreachable {
  readonly reason = input.required<string>();
  readonly again = output<void>();
  protected readonly text = text;
}
