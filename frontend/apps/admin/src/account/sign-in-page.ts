import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatProgressBar } from '@angular/material/progress-bar';
import { Router } from '@angular/router';
import { Problem, Session } from '@peek/platform';
import { Focused } from '../shell/focused';
import { PluginPages } from '../shell/plugin-pages';
import { text } from '../texts';

/** Name and password; then on to the page that was asked for. */
@Component({
  selector: 'peek-sign-in',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Focused, FormsModule, MatButton, MatFormField, MatInput, MatLabel, MatProgressBar],
  templateUrl: './sign-in-page.web.html',
  styleUrl: './account.scss',
})
export class SignInPage {
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly pages = inject(PluginPages);

  /** Where to go then, from the query. */
  readonly to = input<string>();

  protected readonly text = text;
  protected readonly busy = signal(false);
  protected readonly refusal = signal<string | undefined>(undefined);
  protected name = '';
  protected password = '';

  protected async signIn(): Promise<void> {
    this.busy.set(true);
    this.refusal.set(undefined);
    try {
      await this.session.signIn(this.name.trim(), this.password);
      await this.goOn();
    } catch (refused) {
      this.refusal.set(explain(Problem.of(refused)));
      this.password = '';
    } finally {
      this.busy.set(false);
    }
  }

  private async goOn(): Promise<void> {
    if (this.session.mustChangePassword()) {
      await this.router.navigate(['/password'], { queryParams: this.to() ? { to: this.to() } : {} });
      return;
    }
    await this.pages.sync();
    await this.router.navigateByUrl(this.to() ?? '/plugins');
  }
}

function explain(problem: Problem): string {
  if (problem.status === 401) {
    return text('signIn.wrong');
  }
  if (problem.status === 429) {
    return text('signIn.throttled');
  }
  return problem.unreachable ? text('signIn.unreachable') : problem.detail;
}
