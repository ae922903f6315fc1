import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import { PeekIcon } from '@peek/platform';
import { mdiAlertOutline, mdiCloudOffOutline, mdiDatabaseOutline, mdiRestart, mdiServerNetwork, mdiTimerSandEmpty } from '@mdi/js';
import type { Upload } from '../server/model';
import { text } from '../texts';
import { Focused } from '../shell/focused';

/** Everything that will happen, before anything happens. */
@Component({
  selector: 'peek-plan',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Focused, MatButton, MatProgressBar, PeekIcon],
  templateUrl: './plan-panel.web.html',
  styleUrl: './plan-panel.scss',
})
export class PlanPanel {
  readonly upload = input.required<Upload>();
  readonly busy = input(false);
  readonly install = output<void>();
  readonly discard = output<void>();

  protected readonly text = text;
  protected readonly icons = {
    away: mdiCloudOffOutline, instances: mdiServerNetwork, interruption: mdiTimerSandEmpty,
    migrations: mdiDatabaseOutline, restarts: mdiRestart, warning: mdiAlertOutline,
  };

  protected readonly plan = computed(() => this.upload().plan);
  protected readonly connected = computed(() => this.plan().instances.filter(instance => instance.connected));
  protected readonly away = computed(() => this.plan().instances.filter(instance => !instance.connected));

  protected readonly heading = computed(() => {
    const { kind, plugin, fromVersion, toVersion } = this.plan();
    return text(`plan.${kind}`, { plugin, from: fromVersion ?? '', to: toVersion });
  });

  protected readonly size = computed(() => readableSize(this.upload().size));

  protected names(instances: readonly { readonly name: string }[]): string {
    return instances.map(instance => instance.name).join(', ');
  }
}

function readableSize(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
