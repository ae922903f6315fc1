import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { PeekIcon, type Problem } from '@peek/platform';
import { mdiCloseOctagonOutline } from '@mdi/js';
import { text } from '../texts';
import { Focused } from '../shell/focused';

/** Why an archive was not taken: all that is wrong with it, with codes to look up. */
@Component({
  selector: 'peek-refusal',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Focused, MatButton, PeekIcon],
  template: `
    <section class="panel refusal" role="alert" data-testid="refusal">
      <h2 peekFocused tabindex="-1"><peek-icon [path]="icon" /> {{ heading() }}</h2>
      @if (problem().problems.length > 0) {
        <p class="quiet">{{ text('refusal.nothingChanged') }}</p>
        <ul class="problems">
          @for (entry of problem().problems; track $index) {
            <li><code class="code">{{ entry.code }}</code> <span>{{ entry.message }}</span></li>
          }
        </ul>
      } @else {
        <p>@if (problem().code) {<code class="code">{{ problem().code }}</code>} {{ problem().detail }}</p>
      }
      <div class="actions"><button matButton="tonal" type="button" (click)="dismiss.emit()">{{ text('action.close') }}</button></div>
    </section>
  `,
  styles: `
    .problems { margin: 0; padding: 0; list-style: none; }
    .problems li { display: flex; flex-wrap: wrap; gap: 0.25rem 0.75rem; padding: 0.4rem 0; }
    .problems span { flex: 1 1 20rem; }
  `,
})
export class RefusalPanel {
  readonly fileName = input.required<string>();
  readonly problem = input.required<Problem>();
  readonly dismiss = output<void>();

  protected readonly text = text;
  protected readonly icon = mdiCloseOctagonOutline;
  protected readonly heading = computed(() =>
    text(this.problem().unreachable ? 'refusal.notSent' : 'refusal.refused', { file: this.fileName() }),
  );
}
