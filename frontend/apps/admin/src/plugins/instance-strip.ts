import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { Instance } from '../server/model';
import { exactMoment, moment, text } from '../texts';

/** Every instance with its service, and whether it is connected. */
@Component({
  selector: 'peek-instances',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 class="cdk-visually-hidden">{{ text('instances.title') }}</h2>
    <ul data-testid="instances">
      @for (instance of instances(); track instance.name) {
        <li [class.away]="instance.state === 'AWAY'" [attr.data-instance]="instance.name" [attr.data-state]="instance.state">
          <span class="dot" aria-hidden="true"></span>
          <span class="name">{{ instance.name }}</span>
          <span class="quiet">{{ instance.service.toLowerCase() }}</span>
          <span class="quiet since" [title]="exactMoment(instance.since)">
            {{ text(instance.state === 'AWAY' ? 'instances.away' : 'instances.connected', { when: moment(instance.since) }) }}
          </span>
        </li>
      }
    </ul>
  `,
  styles: `
    ul { display: flex; flex-wrap: wrap; gap: 0.5rem; margin: 0; padding: 0; list-style: none; }
    li {
      display: flex; align-items: center; gap: 0.5rem; padding: 0.35rem 0.75rem;
      border: 1px solid var(--mat-sys-outline-variant); border-radius: 0.5rem; font: var(--mat-sys-body-small);
    }
    .name { font-weight: 500; }
    .dot { width: 0.6rem; height: 0.6rem; border-radius: 50%; background: var(--peek-good); }
    .away { background: var(--peek-warn-surface); border-color: var(--peek-warn); }
    .away .dot { background: transparent; border: 2px solid var(--peek-warn); box-sizing: border-box; }
    .away .quiet { color: inherit; }
    @media (max-width: 599px) { li:not(.away) .since { display: none; } }
  `,
})
export class InstanceStrip {
  readonly instances = input.required<readonly Instance[]>();
  protected readonly text = text;
  protected readonly moment = moment;
  protected readonly exactMoment = exactMoment;
}
