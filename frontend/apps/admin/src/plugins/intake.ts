import { HttpEventType, type HttpEvent } from '@angular/common/http';
import { Injectable, inject, signal } from '@angular/core';
import { Problem } from '@peek/platform';
import type { Subscription } from 'rxjs';
import { Administration } from '../server/administration';
import type { Upload } from '../server/model';

/** Where an archive is on its way to being installed. */
export type IntakeState =
  | { readonly at: 'idle' }
  | { readonly at: 'sending'; readonly fileName: string; readonly percent: number }
  | { readonly at: 'checking'; readonly fileName: string }
  | { readonly at: 'refused'; readonly fileName: string; readonly problem: Problem }
  | { readonly at: 'planned'; readonly upload: Upload; readonly busy: boolean };

/** Takes one archive from the drop to the decision. It lives as long as the app: leaving the page does not abort an upload. */
@Injectable({ providedIn: 'root' })
export class Intake {
  private readonly administration = inject(Administration);
  private sending: Subscription | undefined;

  readonly state = signal<IntakeState>({ at: 'idle' });

  send(archive: File): void {
    const fileName = archive.name;
    this.state.set({ at: 'sending', fileName, percent: 0 });
    this.sending = this.administration.upload(archive).subscribe({
      next: event => this.follow(event, fileName),
      error: (refused: unknown) => this.state.set({ at: 'refused', fileName, problem: Problem.of(refused) }),
    });
  }

  /** Aborts an upload that is still being sent. */
  abort(): void {
    this.sending?.unsubscribe();
    this.state.set({ at: 'idle' });
  }

  /** Goes back to the start after a refusal. */
  dismiss(): void {
    this.state.set({ at: 'idle' });
  }

  /** Throws the checked archive away. */
  async discard(upload: Upload): Promise<void> {
    await this.deciding(upload, () => this.administration.discard(upload.id));
  }

  /** @returns the operation that installs it */
  install(upload: Upload): Promise<string> {
    return this.deciding(upload, () => this.administration.install(upload.id));
  }

  private async deciding<T>(upload: Upload, decision: () => Promise<T>): Promise<T> {
    this.state.set({ at: 'planned', upload, busy: true });
    try {
      const decided = await decision();
      this.state.set({ at: 'idle' });
      return decided;
    } catch (refused) {
      const gone = Problem.of(refused).status === 404;
      this.state.set(gone ? { at: 'idle' } : { at: 'planned', upload: await this.asOfNow(upload), busy: false });
      throw refused;
    }
  }

  /** What is installed may have changed meanwhile, and with it the plan. */
  private asOfNow(upload: Upload): Promise<Upload> {
    return this.administration.uploaded(upload.id).catch(() => upload);
  }

  private follow(event: HttpEvent<Upload>, fileName: string): void {
    if (event.type === HttpEventType.UploadProgress && event.total) {
      const percent = Math.round((100 * event.loaded) / event.total);
      this.state.set(percent < 100 ? { at: 'sending', fileName, percent } : { at: 'checking', fileName });
    } else if (event.type === HttpEventType.Response && event.body) {
      this.state.set({ at: 'planned', upload: event.body, busy: false });
    }
  }
}
