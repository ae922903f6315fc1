import { provideBrowserGlobalErrorListeners } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter, withComponentInputBinding, withDisabledInitialNavigation, withNavigationErrorHandler } from '@angular/router';
import { provideServerCalls } from '@peek/platform';
import { AdminApp } from './admin-app';
import { routes } from './routes';
import { markBrokenPage } from './shell/plugin-pages';
import { text } from './texts';

await text.load();
await bootstrapApplication(AdminApp, {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideServerCalls(),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withDisabledInitialNavigation(), // until the plugins' routes are known: a deep link into a plugin would be refused
      withNavigationErrorHandler(markBrokenPage),
    ),
  ],
});
