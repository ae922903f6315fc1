import { inject } from '@angular/core';
import { type CanActivateFn, Router, type Routes } from '@angular/router';
import { Session } from '@peek/platform';
import { ChangePasswordPage } from './account/change-password-page';
import { SignInPage } from './account/sign-in-page';
import { PluginsPage } from './plugins/plugins-page';
import { NotFound } from './shell/not-found';
import { Shell } from './shell/shell';
import { TasksPage } from './tasks/tasks-page';
import { text } from './texts';

const signedIn: CanActivateFn = (_, state) => {
  const session = inject(Session);
  const router = inject(Router);
  const to = state.url === '/' ? {} : { to: state.url };
  if (!session.account()) {
    return router.createUrlTree(['/sign-in'], { queryParams: to });
  }
  if (session.mustChangePassword() && !state.url.startsWith('/password')) {
    return router.createUrlTree(['/password'], { queryParams: to });
  }
  return true;
};

/** The app's own pages; plugins' pages are added below the shell while the app runs. */
export const routes: Routes = [
  { path: 'sign-in', component: SignInPage, title: () => text('signIn.pageTitle') },
  { path: 'password', component: ChangePasswordPage, canActivate: [signedIn], title: () => text('password.pageTitle') },
  {
    path: '',
    component: Shell,
    canActivate: [signedIn],
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'plugins' },
      { path: 'plugins', component: PluginsPage, title: () => text('plugins.pageTitle') },
      { path: 'tasks', component: TasksPage, title: () => text('tasks.pageTitle') },
      { path: '**', component: NotFound, title: () => text('notFound.title') },
    ],
  },
];
