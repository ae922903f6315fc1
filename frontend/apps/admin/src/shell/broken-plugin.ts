import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { PeekIcon } from '@peek/platform';
import { mdiAlertOctagonOutline } from '@mdi/js';
import { text } from '../texts';
import { PluginPages } from './plugin-pages';

/** Stands where a plugin's pages would be that could not be loaded. */
@Component({
  selector: 'peek-broken-plugin',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [MatButton, PeekIcon],
  template: `
    <section class="page">
      <div class="panel refusal" role="alert" data-testid="broken-plugin">
        <h1><peek-icon [path]="icon" /> {{ page()?.title ?? plugin() }}</h1>
        <p>{{ text('broken.explanation') }}</p>
        <p><code>{{ page()?.reason }}</code></p>
        <div class="actions">
          <button matButton="filled" type="button" (click)="pages.retry(plugin())">{{ text('action.tryAgain') }}</button>
          <button matButton type="button" (click)="pages.reload()">{{ text('action.reload') }}</button>
        </div>
      </div>
    </section>
  `,
})
export class BrokenPlugin {
  protected readonly pages = inject(PluginPages);
  protected readonly text = text;
  protected readonly icon = mdiAlertOctagonOutline;

  /** Its id, from the route. */
  readonly plugin = input.required<string>();
  protected readonly page = computed(() => this.pages.pages().find(page => page.id === this.plugin()));
}
