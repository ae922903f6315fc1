import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { PeekIcon } from '@peek/platform';
import { mdiAlertCircle, mdiCheckCircle, mdiCircleOutline, mdiProgressClock } from '@mdi/js';
import type { Operation } from '../server/model';
import { exactMoment, moment, text } from '../texts';
import { operationTitle } from './operation-title';

/** The last operations, newest first, each leading to its step log. */
@Component({
  selector: 'peek-recent',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [PeekIcon, RouterLink],
  template: `
    <h2>{{ text('recent.title') }}</h2>
    <ul>
      @for (operation of operations(); track operation.id) {
        <li>
          <peek-icon [path]="icons[operation.state]" [class]="operation.state.toLowerCase()" />
          <a routerLink="/plugins" [queryParams]="{ operation: operation.id }">{{ title(operation) }}</a>
          <span class="quiet" [title]="exactMoment(operation.started)">{{ moment(operation.started) }}</span>
          @if (operation.reason) {<span class="reason">{{ operation.reason }}</span>}
        </li>
      }
    </ul>
  `,
  styles: `
    h2 { margin: 0 0 0.25rem; font: var(--mat-sys-title-medium); }
    ul { margin: 0; padding: 0; list-style: none; }
    li { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 0.6rem; padding: 0.3rem 0; }
    a { color: inherit; }
    .done { color: var(--peek-good); }
    .failed { color: var(--peek-bad); }
    .running { color: var(--peek-busy); }
    .reason { flex-basis: 100%; padding-left: 1.85rem; font: var(--mat-sys-body-small); overflow-wrap: anywhere; }
  `,
})
export class RecentOperations {
  readonly operations = input.required<readonly Operation[]>();
  protected readonly text = text;
  protected readonly moment = moment;
  protected readonly exactMoment = exactMoment;
  protected readonly title = operationTitle;
  protected readonly icons = { DONE: mdiCheckCircle, FAILED: mdiAlertCircle, QUEUED: mdiCircleOutline, RUNNING: mdiProgressClock };
}
