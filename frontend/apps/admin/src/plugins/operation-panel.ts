import { ChangeDetectionStrategy, Component, DestroyRef, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import { PeekIcon, type Polling, Problem, poll } from '@peek/platform';
import { mdiAlertCircle, mdiCheckCircle, mdiCircleOutline, mdiProgressClock } from '@mdi/js';
import { Administration } from '../server/administration';
import { Board } from '../server/board';
import type { Operation } from '../server/model';
import { exactMoment, moment, text } from '../texts';
import { Focused } from '../shell/focused';
import { operationTitle } from './operation-title';

const REFRESH = 700;

/** The step log of one operation, live until it has ended. */
@Component({
  selector: 'peek-operation',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Focused, MatButton, MatProgressBar, PeekIcon],
  templateUrl: './operation-panel.web.html',
  styleUrl: './operation-panel.scss',
})
export class OperationPanel {
  private readonly administration = inject(Administration);
  private readonly board = inject(Board);
  private polling: Polling | undefined;

  /** Its id. */
  readonly operation = input.required<string>();
  readonly dismiss = output<void>();

  protected readonly text = text;
  protected readonly moment = moment;
  protected readonly exactMoment = exactMoment;
  protected readonly icons = { DONE: mdiCheckCircle, FAILED: mdiAlertCircle, QUEUED: mdiCircleOutline, RUNNING: mdiProgressClock };
  protected readonly log = signal<Operation | undefined>(undefined);
  protected readonly missing = signal<Problem | undefined>(undefined);
  protected readonly heading = computed(() => {
    const log = this.log();
    return log ? operationTitle(log) : text('operation.loading');
  });
  protected readonly ended = computed(() => this.log()?.state === 'DONE' || this.log()?.state === 'FAILED');
  protected readonly done = computed(() => this.log()?.steps.filter(step => step.state === 'DONE').length ?? 0);
  protected readonly percent = computed(() => (100 * this.done()) / Math.max(1, this.log()?.steps.length ?? 1));

  constructor() {
    effect(() => {
      const id = this.operation();
      untracked(() => this.follow(id));
    });
    inject(DestroyRef).onDestroy(() => this.polling?.close());
  }

  private follow(id: string): void {
    this.polling?.close();
    this.log.set(undefined);
    this.missing.set(undefined);
    this.polling = poll(() => this.look(id), REFRESH);
  }

  private async look(id: string): Promise<void> {
    try {
      const log = await this.administration.operation(id);
      if (id !== this.operation()) {
        return;
      }
      this.log.set(log);
      this.missing.set(undefined);
      if (this.ended()) {
        this.polling?.close();
        await this.board.refresh();
      }
    } catch (failed) {
      this.missing.set(this.log() ? undefined : Problem.of(failed)); // a server that is away for a moment comes back, and the log goes on
    }
  }
}
