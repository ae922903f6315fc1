import { ChangeDetectionStrategy, Component, DestroyRef, computed, effect, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import { RouterLink } from '@angular/router';
import { Problem, Toasts, poll } from '@peek/platform';
import { Board } from '../server/board';
import { exactMoment, moment, text } from '../texts';
import type { Task, TaskState, WholeTask } from './task';
import { TaskAdministration } from './task-administration';

const STATES: readonly TaskState[] = ['RUNNING', 'WAITING', 'FAILED', 'DONE', 'CANCELLED'];
const BEAT = 2_000;

/** Tasks of plugins by state, live. Those that failed for good are the dead letters. `?state=` and `?task=` are kept in the address. */
@Component({
  selector: 'peek-tasks-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [MatButton, MatProgressBar, RouterLink],
  templateUrl: './tasks-page.web.html',
  styleUrl: './tasks-page.scss',
})
export class TasksPage {
  private readonly administration = inject(TaskAdministration);
  private readonly toasts = inject(Toasts);
  protected readonly board = inject(Board);

  readonly state = input<TaskState>();
  readonly task = input<string>();

  protected readonly text = text;
  protected readonly moment = moment;
  protected readonly exactMoment = exactMoment;
  protected readonly states = STATES;
  protected readonly shown = computed(() => this.state() ?? 'RUNNING');
  protected readonly tasks = signal<readonly Task[] | undefined>(undefined);
  protected readonly whole = signal<WholeTask | undefined>(undefined);
  protected readonly trouble = signal<Problem | undefined>(undefined);

  constructor() {
    effect(() => {
      this.shown();
      this.tasks.set(undefined);
      void this.refresh();
    });
    effect(() => {
      const id = this.task();
      this.whole.set(undefined);
      if (id) void this.open(id);
    });
    const pulse = poll(() => this.refresh(), BEAT);
    inject(DestroyRef).onDestroy(() => pulse.close());
  }

  private async refresh(): Promise<void> {
    const asked = this.shown();
    try {
      const tasks = await this.administration.list(asked);
      if (asked === this.shown()) {
        this.tasks.set(tasks);
        this.trouble.set(undefined);
      }
    } catch (failed) {
      this.trouble.set(Problem.of(failed));
    }
  }

  private async open(id: string): Promise<void> {
    try {
      this.whole.set(await this.administration.whole(id));
    } catch (failed) {
      this.toasts.problem(failed);
    }
  }

  protected stateText(state: TaskState): string {
    return text(`tasks.state.${state}`);
  }

  protected emptyText(state: TaskState): string {
    return text(`tasks.empty.${state}`);
  }

  protected percent(task: Task): number {
    return Math.round(task.progress * 100);
  }

  protected cancel(task: Task): Promise<void> {
    return this.deed(() => this.administration.cancel(task.id));
  }

  protected replay(task: Task): Promise<void> {
    return this.deed(() => this.administration.replay(task.id));
  }

  protected forget(task: Task): Promise<void> {
    return this.deed(() => this.administration.forget(task.id));
  }

  protected replayAll(): Promise<void> {
    return this.deed(() => this.administration.replayAll());
  }

  private async deed(done: () => Promise<unknown>): Promise<void> {
    try {
      await done();
      await this.refresh();
    } catch (refused) {
      this.toasts.problem(refused);
    }
  }
}
