import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import type { Plugin } from '../server/model';
import { text } from '../texts';
import { DependentsNote } from './dependents-note';

/** Closes with true when the plugin is to be stopped. */
@Component({
  selector: 'peek-stop-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DependentsNote, MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  template: `
    <h2 mat-dialog-title>{{ text('stop.title', { plugin: plugin.title }) }}</h2>
    <mat-dialog-content>
      <p>{{ text('stop.explanation') }}</p>
      <peek-dependents [plugins]="plugin.dependents" />
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" mat-dialog-close>{{ text('action.cancel') }}</button>
      <button matButton="filled" type="button" data-testid="confirm-stop" [mat-dialog-close]="true">{{ text('matrix.stop') }}</button>
    </mat-dialog-actions>
  `,
})
export class StopDialog {
  protected readonly text = text;
  protected readonly plugin = inject<Plugin>(MAT_DIALOG_DATA);
}
