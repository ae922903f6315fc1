import { BreakpointObserver } from '@angular/cdk/layout';
import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatIconButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import { PeekIcon } from '@peek/platform';
import { mdiDeleteOutline, mdiDotsVertical, mdiPlay, mdiStop } from '@mdi/js';
import { map } from 'rxjs';
import type { Instance, Part, Plugin } from '../server/model';
import { exactMoment, moment, text } from '../texts';
import { StateBadge } from './state-badge';

/** A line of the matrix: a plugin, and its part on each instance, in the order of the columns. */
interface Line {
  readonly plugin: Plugin;
  readonly parts: readonly { readonly instance: Instance; readonly part: Part | undefined }[];
}

/** Plugin × instance; on a narrow screen one card for each plugin. */
@Component({
  selector: 'peek-matrix',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [MatIconButton, MatMenu, MatMenuItem, MatMenuTrigger, NgTemplateOutlet, PeekIcon, RouterLink, StateBadge],
  templateUrl: './matrix.web.html',
  styleUrl: './matrix.scss',
})
export class Matrix {
  readonly plugins = input.required<readonly Plugin[]>();
  readonly instances = input.required<readonly Instance[]>();
  /** Id of the plugin that the address points at. */
  readonly marked = input<string>();

  readonly start = output<Plugin>();
  readonly stop = output<Plugin>();
  readonly uninstall = output<Plugin>();

  protected readonly text = text;
  protected readonly moment = moment;
  protected readonly exactMoment = exactMoment;
  protected readonly icons = { more: mdiDotsVertical, start: mdiPlay, stop: mdiStop, uninstall: mdiDeleteOutline };

  protected readonly narrow = toSignal(
    inject(BreakpointObserver).observe('(max-width: 719px)').pipe(map(state => state.matches)),
    { initialValue: false },
  );

  protected readonly lines = computed<readonly Line[]>(() =>
    this.plugins().map(plugin => ({
      plugin,
      parts: this.instances().map(instance => ({
        instance,
        part: plugin.instances.find(part => part.instance === instance.name),
      })),
    })),
  );
}
