import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatRadioButton, MatRadioGroup } from '@angular/material/radio';
import type { DataChoice, Plugin } from '../server/model';
import { text } from '../texts';
import { DependentsNote } from './dependents-note';

/** Closes with what becomes of the data when the plugin is to be uninstalled. Dropping data asks for the plugin's id. */
@Component({
  selector: 'peek-uninstall-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    DependentsNote, FormsModule, MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle,
    MatFormField, MatInput, MatLabel, MatRadioButton, MatRadioGroup,
  ],
  template: `
    <h2 mat-dialog-title>{{ text('uninstall.title', { plugin: plugin.title, version: plugin.version }) }}</h2>
    <mat-dialog-content>
      <p>{{ text('uninstall.explanation') }}</p>
      <peek-dependents [plugins]="plugin.dependents" />
      <p id="data-choice">{{ text('uninstall.data') }}</p>
      <mat-radio-group aria-labelledby="data-choice" [(ngModel)]="data">
        @for (choice of choices; track choice) {
          <mat-radio-button [value]="choice" [attr.data-testid]="'data-' + choice">{{ text(labels[choice]) }}</mat-radio-button>
        }
      </mat-radio-group>
      @if (data() === 'drop') {
        <mat-form-field appearance="outline">
          <mat-label>{{ text('uninstall.typeId', { plugin: plugin.id }) }}</mat-label>
          <input matInput autocomplete="off" spellcheck="false" data-testid="typed-id" [(ngModel)]="typed" />
        </mat-form-field>
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" mat-dialog-close>{{ text('action.cancel') }}</button>
      <button matButton="filled" class="dangerous" type="button" data-testid="confirm-uninstall" [disabled]="!sure()" [mat-dialog-close]="data()">
        {{ text('matrix.uninstall') }}
      </button>
    </mat-dialog-actions>
  `,
  styles: `
    mat-radio-button { display: block; }
    mat-form-field { width: 100%; margin-top: 0.5rem; }
  `,
})
export class UninstallDialog {
  protected readonly text = text;
  protected readonly plugin = inject<Plugin>(MAT_DIALOG_DATA);
  protected readonly choices = ['keep', 'export', 'drop'] as const;
  protected readonly labels = { keep: 'uninstall.keep', export: 'uninstall.export', drop: 'uninstall.drop' } as const;
  protected readonly data = signal<DataChoice>('keep');
  protected readonly typed = signal('');
  protected readonly sure = computed(() => this.data() !== 'drop' || this.typed().trim() === this.plugin.id);
}
