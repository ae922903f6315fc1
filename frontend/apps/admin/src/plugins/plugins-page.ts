import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatDialog, type MatDialogConfig } from '@angular/material/dialog';
import { MatProgressBar } from '@angular/material/progress-bar';
import { Router } from '@angular/router';
import { Toasts } from '@peek/platform';
import { firstValueFrom } from 'rxjs';
import { Administration } from '../server/administration';
import { Board } from '../server/board';
import type { DataChoice, Plugin, Upload } from '../server/model';
import { text } from '../texts';
import { DropZone } from './drop-zone';
import { InstanceStrip } from './instance-strip';
import { Intake } from './intake';
import { Matrix } from './matrix';
import { OperationPanel } from './operation-panel';
import { PlanPanel } from './plan-panel';
import { RecentOperations } from './recent-operations';
import { RefusalPanel } from './refusal-panel';
import { StopDialog } from './stop-dialog';
import { UninstallDialog } from './uninstall-dialog';

/** Install, watch, stop, start and uninstall plugins. `?operation=` opens a step log, `?plugin=` marks a line. */
@Component({
  selector: 'peek-plugins-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DropZone, InstanceStrip, MatProgressBar, Matrix, OperationPanel, PlanPanel, RecentOperations, RefusalPanel],
  templateUrl: './plugins-page.web.html',
  styleUrl: './plugins-page.scss',
})
export class PluginsPage {
  private readonly administration = inject(Administration);
  private readonly router = inject(Router);
  private readonly dialog = inject(MatDialog);
  private readonly toasts = inject(Toasts);
  protected readonly board = inject(Board);
  protected readonly intake = inject(Intake);

  readonly operation = input<string>();
  readonly plugin = input<string>();

  protected readonly text = text;
  protected readonly empty = computed(() => this.board.plugins()?.length === 0);
  protected readonly summary = computed(() => {
    const instances = this.board.instances() ?? [];
    const away = instances.filter(instance => instance.state === 'AWAY').length;
    return [
      text('plugins.count', { count: this.board.plugins()?.length ?? 0 }),
      text('plugins.instances', { count: instances.length }),
      away === 0 ? text('plugins.allConnected') : text('plugins.away', { count: away }),
    ].join(' · ');
  });

  protected install(upload: Upload): Promise<void> {
    return this.begin(() => this.intake.install(upload));
  }

  protected async discard(upload: Upload): Promise<void> {
    await this.intake.discard(upload).catch((refused: unknown) => this.toasts.problem(refused));
  }

  protected start(plugin: Plugin): Promise<void> {
    return this.begin(() => this.administration.start(plugin.id));
  }

  protected async stop(plugin: Plugin): Promise<void> {
    const confirmed = await firstValueFrom(this.dialog.open(StopDialog, about(plugin)).afterClosed());
    if (confirmed) {
      await this.begin(() => this.administration.stop(plugin.id));
    }
  }

  protected async uninstall(plugin: Plugin): Promise<void> {
    const dialog = this.dialog.open<UninstallDialog, Plugin, DataChoice>(UninstallDialog, about(plugin));
    const data = await firstValueFrom(dialog.afterClosed());
    if (data) {
      await this.begin(() => this.administration.uninstall(plugin.id, data));
    }
  }

  protected closeOperation(): Promise<boolean> {
    return this.router.navigate(['/plugins']);
  }

  /** Begins an operation and opens its step log. */
  private async begin(deed: () => Promise<string>): Promise<void> {
    try {
      await this.router.navigate(['/plugins'], { queryParams: { operation: await deed() } });
      await this.board.refresh();
    } catch (refused) {
      this.toasts.problem(refused);
    }
  }
}

/** The menu that opened the dialog is gone when it closes: the focus goes back to the menu's button. */
function about(plugin: Plugin): MatDialogConfig<Plugin> {
  return { data: plugin, width: '28rem', restoreFocus: `#actions-${plugin.id}` };
}
