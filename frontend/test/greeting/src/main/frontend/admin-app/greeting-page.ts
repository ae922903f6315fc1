import { Component, inject, resource } from '@angular/core';
import { PluginApi, Problem } from '@peek/platform';
import { Salutation } from '@peek/greeting/admin';

interface Answers {
  readonly agent: string;
  readonly worker: string;
  readonly database: string;
  readonly client: string;
}

@Component({
  selector: 'greeting-page',
  templateUrl: './greeting-page.web.html',
  styleUrl: './greeting-page.scss',
})
export class GreetingPage {
  private readonly api = inject(PluginApi);
  protected readonly salutation = inject(Salutation);
  protected readonly places = ['agent', 'worker', 'database', 'client'] as const;
  protected readonly answers = resource({ loader: ({ abortSignal }) => this.api.get<Answers>('answers', { signal: abortSignal }) });

  protected reason(): string {
    return Problem.of(this.answers.error()).detail;
  }
}
