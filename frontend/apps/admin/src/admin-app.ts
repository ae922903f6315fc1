import { ChangeDetectionStrategy, Component, DestroyRef, effect, inject, signal } from '@angular/core';
import { Router, RouterOutlet } from '@angular/router';
import { Problem, Session, language, poll } from '@peek/platform';
import { PluginPages } from './shell/plugin-pages';
import { Unreachable } from './shell/unreachable';

const RETRY = 2000;

/** Root of the admin app: takes up the session, then opens the address that was asked for. */
@Component({
  selector: 'peek-admin',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterOutlet, Unreachable],
  template: `
    @if (problem(); as problem) {
      <peek-unreachable [reason]="problem.detail" (again)="open()" />
    }
    <router-outlet />
  `,
})
export class AdminApp {
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly pages = inject(PluginPages);

  private readonly opened = signal(false);
  protected readonly problem = signal<Problem | undefined>(undefined);

  constructor() {
    effect(() => {
      document.documentElement.lang = language();
    });
    const attempts = poll(() => this.open(), RETRY);
    effect(() => {
      if (this.opened()) {
        attempts.close();
      }
    });
    inject(DestroyRef).onDestroy(() => attempts.close());
  }

  protected async open(): Promise<void> {
    if (this.opened()) {
      return;
    }
    try {
      const account = await this.session.restore();
      if (account && !this.session.mustChangePassword()) {
        await this.pages.sync();
      }
      this.problem.set(undefined);
      this.opened.set(true);
      this.router.initialNavigation();
    } catch (refused) {
      this.problem.set(Problem.of(refused));
    }
  }
}
