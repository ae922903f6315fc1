import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { PeekIcon } from '@peek/platform';
import { mdiAlertOutline } from '@mdi/js';
import { Board } from '../server/board';
import { text } from '../texts';

/** Names the plugins that go along when the one they need goes. */
@Component({
  selector: 'peek-dependents',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [PeekIcon],
  template: `
    @if (plugins().length > 0) {
      <div class="note" data-testid="dependents">
        <peek-icon [path]="icon" />
        <div>
          {{ text('dependents.goAlong', { count: plugins().length }) }}
          <ul>
            @for (plugin of plugins(); track plugin) {<li>{{ board.title(plugin) }}</li>}
          </ul>
        </div>
      </div>
    }
  `,
  styles: `
    .note { display: flex; gap: 0.75rem; margin: 0.75rem 0; padding: 0.75rem; border-radius: 0.5rem; background: var(--peek-warn-surface); color: var(--mat-sys-on-surface); }
    peek-icon { color: var(--peek-warn); }
    ul { margin: 0.25rem 0 0; padding-left: 1.25rem; font-weight: 500; }
  `,
})
export class DependentsNote {
  readonly plugins = input.required<readonly string[]>();
  protected readonly board = inject(Board);
  protected readonly text = text;
  protected readonly icon = mdiAlertOutline;
}
