import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatProgressBar } from '@angular/material/progress-bar';
import { Router, RouterLink } from '@angular/router';
import { Problem, Session, Toasts } from '@peek/platform';
import { Focused } from '../shell/focused';
import { PluginPages } from '../shell/plugin-pages';
import { text } from '../texts';

/** A new password; asked for at once when the one in use is a one-time password. */
@Component({
  selector: 'peek-change-password',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Focused, FormsModule, MatButton, MatFormField, MatHint, MatInput, MatLabel, MatProgressBar, RouterLink],
  templateUrl: './change-password-page.web.html',
  styleUrl: './account.scss',
})
export class ChangePasswordPage {
  protected readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly pages = inject(PluginPages);
  private readonly toasts = inject(Toasts);

  /** Where to go then, from the query. */
  readonly to = input<string>();

  protected readonly text = text;
  protected readonly busy = signal(false);
  protected readonly refusal = signal<string | undefined>(undefined);
  protected readonly current = signal('');
  protected readonly replacement = signal('');
  protected readonly repeated = signal('');
  protected readonly differs = computed(() => this.repeated() !== '' && this.repeated() !== this.replacement());

  protected async change(): Promise<void> {
    if (this.replacement() !== this.repeated()) {
      this.refusal.set(text('password.differs'));
      return;
    }
    this.busy.set(true);
    this.refusal.set(undefined);
    try {
      await this.session.changePassword(this.current(), this.replacement());
      this.toasts.tell(text('password.changed'));
      await this.pages.sync();
      await this.router.navigateByUrl(this.to() ?? '/plugins');
    } catch (refused) {
      this.refusal.set(explain(Problem.of(refused)));
    } finally {
      this.busy.set(false);
    }
  }
}

function explain(problem: Problem): string {
  return problem.problems.length > 0 ? problem.problems.map(entry => entry.message).join(' ') : problem.detail;
}
