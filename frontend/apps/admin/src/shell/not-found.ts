import { ChangeDetectionStrategy, Component } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { text } from '../texts';

@Component({
  selector: 'peek-not-found',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [MatButton, RouterLink],
  template: `
    <section class="page">
      <h1>{{ text('notFound.title') }}</h1>
      <p>{{ text('notFound.explanation') }}</p>
      <a matButton="filled" routerLink="/plugins">{{ text('notFound.toPlugins') }}</a>
    </section>
  `,
})
export class NotFound {
  protected readonly text = text;
}
