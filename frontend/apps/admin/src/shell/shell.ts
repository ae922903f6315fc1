import { BreakpointObserver } from '@angular/cdk/layout';
import { ChangeDetectionStrategy, Component, DestroyRef, computed, effect, inject, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatDivider } from '@angular/material/divider';
import { MatListItem, MatNavList } from '@angular/material/list';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { MatSidenav, MatSidenavContainer, MatSidenavContent } from '@angular/material/sidenav';
import { Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { PeekIcon, Session, Toasts, chooseLanguage, language, localText, poll } from '@peek/platform';
import {
  mdiAccountCircleOutline,
  mdiAlertCircleOutline,
  mdiCheck,
  mdiCogPlayOutline,
  mdiKeyVariant,
  mdiLogoutVariant,
  mdiMenu,
  mdiPuzzleOutline,
  mdiReload,
  mdiViewDashboardOutline,
} from '@mdi/js';
import { map } from 'rxjs';
import { Board } from '../server/board';
import { LANGUAGES, text } from '../texts';
import { type PluginPage, PluginPages } from './plugin-pages';

const REFRESH = 1500;

interface SideBarLine {
  readonly link: string;
  readonly title: string;
  readonly icon: string;
  readonly broken: boolean;
}

/** Frame of every page behind the sign-in: side bar, top bar, banners, and the pulse that keeps everything fresh. */
@Component({
  selector: 'peek-shell',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    MatButton, MatDivider, MatIconButton, MatListItem, MatMenu, MatMenuItem, MatMenuTrigger, MatNavList,
    MatSidenav, MatSidenavContainer, MatSidenavContent, PeekIcon, RouterLink, RouterLinkActive, RouterOutlet,
  ],
  templateUrl: './shell.web.html',
  styleUrl: './shell.scss',
})
export class Shell {
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly session = inject(Session);
  protected readonly board = inject(Board);
  protected readonly pages = inject(PluginPages);
  private readonly sideBar = viewChild.required(MatSidenav);

  protected readonly text = text;
  protected readonly language = language;
  protected readonly languages = LANGUAGES;
  protected readonly chooseLanguage = chooseLanguage;
  protected readonly icons = {
    account: mdiAccountCircleOutline, check: mdiCheck, menu: mdiMenu, password: mdiKeyVariant, plugins: mdiPuzzleOutline, tasks: mdiCogPlayOutline,
    reload: mdiReload, signOut: mdiLogoutVariant, warning: mdiAlertCircleOutline,
  };

  protected readonly narrow = toSignal(
    inject(BreakpointObserver).observe('(max-width: 839px)').pipe(map(state => state.matches)),
    { initialValue: false },
  );

  protected readonly pluginLines = computed(() => this.pages.pages().flatMap(page => linesOf(page)));

  constructor() {
    const pulse = poll(() => this.refresh(), REFRESH);
    inject(DestroyRef).onDestroy(() => pulse.close());
    effect(() => {
      if (!this.session.account()) {
        void this.router.navigate(['/sign-in'], { queryParams: { to: this.router.url } });
      }
    });
  }

  protected closeWhenOver(): void {
    if (this.narrow()) {
      void this.sideBar().close();
    }
  }

  protected async signOut(): Promise<void> {
    try {
      await this.session.signOut();
      location.assign('sign-in'); // a fresh page: nothing of this account stays in memory
    } catch (refused) {
      this.toasts.problem(refused);
    }
  }

  private async refresh(): Promise<void> {
    if (!this.session.account()) {
      return;
    }
    await this.board.refresh();
    if (!this.board.trouble()) {
      await this.pages.sync().catch((failed: unknown) => this.toasts.problem(failed));
    }
  }
}

/** A broken plugin has one line, which leads to the card with the reason. */
function linesOf(page: PluginPage): SideBarLine[] {
  if (page.reason !== undefined) {
    return [{ link: `/p/${page.id}`, title: page.title, icon: mdiAlertCircleOutline, broken: true }];
  }
  return page.menu.map(entry => ({
    link: `/p/${page.id}${entry.path ? `/${entry.path}` : ''}`,
    title: localText(entry.title),
    icon: entry.icon ?? mdiViewDashboardOutline,
    broken: false,
  }));
}
