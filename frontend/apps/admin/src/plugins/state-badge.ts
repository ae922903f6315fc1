import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { PeekIcon } from '@peek/platform';
import { mdiAlertCircle, mdiAlertOctagon, mdiCheckCircle, mdiProgressClock, mdiProgressDownload, mdiStopCircleOutline } from '@mdi/js';
import type { PartState } from '../server/model';
import { text } from '../texts';

const LOOKS: Readonly<Record<PartState, { readonly icon: string; readonly look: string }>> = {
  RUNNING: { icon: mdiCheckCircle, look: 'good' },
  FETCHING: { icon: mdiProgressDownload, look: 'busy' },
  DEPLOYING: { icon: mdiProgressClock, look: 'busy' },
  STOPPED: { icon: mdiStopCircleOutline, look: 'calm' },
  FAILED: { icon: mdiAlertCircle, look: 'bad' },
  QUARANTINED: { icon: mdiAlertOctagon, look: 'bad' },
};

/** A state by icon, colour and word. */
@Component({
  selector: 'peek-state',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [PeekIcon],
  template: `<peek-icon [path]="look().icon" /> {{ text(look().key) }}`,
  host: { '[class]': 'look().look' },
  styles: `
    :host { display: inline-flex; align-items: center; gap: 0.4rem; white-space: nowrap; }
    :host(.good) peek-icon { color: var(--peek-good); }
    :host(.busy) peek-icon { color: var(--peek-busy); }
    :host(.calm) peek-icon { color: var(--mat-sys-on-surface-variant); }
    :host(.bad) { color: var(--peek-bad); font-weight: 500; }
  `,
})
export class StateBadge {
  readonly state = input.required<PartState>();
  protected readonly text = text;
  protected readonly look = computed(() => ({ ...LOOKS[this.state()], key: `state.${this.state()}` as const }));
}
