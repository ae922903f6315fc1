import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { PeekIcon, Toasts } from '@peek/platform';
import { mdiTrayArrowUp } from '@mdi/js';
import { text } from '../texts';

/** Takes a plugin archive by drop, click or keyboard. */
@Component({
  selector: 'peek-drop-zone',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [MatButton, PeekIcon],
  template: `
    <div class="zone" data-testid="drop-zone" [class.over]="over()" [class.large]="large()"
         (dragover)="invite($event)" (dragleave)="over.set(false)" (drop)="drop($event)">
      <peek-icon [path]="icon" />
      <span>{{ text(over() ? 'drop.release' : 'drop.here') }}</span>
      <button matButton="tonal" type="button" (click)="file.click()">{{ text('drop.choose') }}</button>
      <input #file type="file" accept=".zip,application/zip" hidden data-testid="archive-file" (change)="choose(file)" />
    </div>
  `,
  styleUrl: './drop-zone.scss',
})
export class DropZone {
  private readonly toasts = inject(Toasts);

  /** Much room, for a page that has nothing else to show. */
  readonly large = input(false);
  readonly archive = output<File>();

  protected readonly text = text;
  protected readonly icon = mdiTrayArrowUp;
  protected readonly over = signal(false);

  protected invite(event: DragEvent): void {
    if (event.dataTransfer?.types.includes('Files')) {
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      this.over.set(true);
    }
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    this.take([...(event.dataTransfer?.files ?? [])]);
  }

  protected choose(input: HTMLInputElement): void {
    this.take([...(input.files ?? [])]);
    input.value = ''; // so that the same file can be chosen again
  }

  private take(files: readonly File[]): void {
    const [archive, ...more] = files;
    if (more.length > 0) {
      this.toasts.warn(text('drop.oneOnly'));
    } else if (archive && !archive.name.toLowerCase().endsWith('.zip')) {
      this.toasts.warn(text('drop.zipOnly', { file: archive.name }));
    } else if (archive) {
      this.archive.emit(archive);
    }
  }
}
