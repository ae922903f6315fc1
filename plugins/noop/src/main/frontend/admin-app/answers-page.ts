import { ChangeDetectionStrategy, Component, DestroyRef, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatCard, MatCardContent, MatCardHeader, MatCardTitle } from '@angular/material/card';
import { PluginApi, Problem, poll } from '@peek/platform';
import { type Answers, PARTS } from './answers';
import { text } from './texts';

const PAUSE = 5000;

/** Shows that the parts of the plugin talk: one answer from each, asked again every few seconds. */
@Component({
  selector: 'noop-answers',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [MatButton, MatCard, MatCardContent, MatCardHeader, MatCardTitle],
  templateUrl: './answers-page.web.html',
  styleUrl: './answers-page.scss',
})
export class AnswersPage {
  private readonly api = inject(PluginApi);

  protected readonly parts = PARTS;
  protected readonly text = text;
  protected readonly answers = signal<Answers | undefined>(undefined);
  protected readonly refusal = signal<string | undefined>(undefined);

  // Asks at once, so it stands below the fields that an answer sets.
  private readonly asking = poll(() => this.ask(), PAUSE);

  constructor() {
    inject(DestroyRef).onDestroy(() => this.asking.close());
  }

  protected refresh(): void {
    this.asking.now();
  }

  private async ask(): Promise<void> {
    try {
      this.answers.set(await this.api.get<Answers>('answers'));
      this.refusal.set(undefined);
    } catch (refused) {
      this.refusal.set(Problem.of(refused).detail);
    }
  }
}
