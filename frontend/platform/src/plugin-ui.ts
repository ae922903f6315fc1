import type { EnvironmentProviders, Provider } from '@angular/core';
import type { Routes } from '@angular/router';
import type { LocalText } from './texts';

/** One line in the app's side bar. */
export interface MenuEntry {
  /** A text, or one by language: `{ en: 'Tasks', de: 'Aufgaben' }`. */
  readonly title: LocalText;
  /** Path of the page, relative to the plugin's routes: `''` is the plugin's first page. */
  readonly path: string;
  /** Path data of a 24 × 24 SVG icon, such as the constants of `@mdi/js`. */
  readonly icon?: string;
}

/** What a plugin brings to one app. */
export interface PluginUi {
  /** Pages. The app mounts them below `/<app>/p/<plugin>/`. */
  readonly routes: Routes;
  /** Lines in the side bar. A plugin without one is reached by links only. */
  readonly menu?: readonly MenuEntry[];
  /** Services that live as long as the plugin's pages are installed. */
  readonly providers?: readonly (Provider | EnvironmentProviders)[];
}

/**
 * Declares a plugin's pages; the default export of `<app>-app/index.ts`.
 *
 * ```ts
 * export default definePluginUi({
 *   routes: [{ path: '', loadComponent: () => import('./greeting-page').then(page => page.GreetingPage) }],
 *   menu: [{ title: { en: 'Greeting', de: 'Gruß' }, path: '', icon: mdiHandWave }],
 * });
 * ```
 *
 * The app reads it once, when the plugin appears. If loading throws, the app shows a card with the plugin's name and the reason, and everything else goes on.
 *
 * @since 0.1.0
 */
export function definePluginUi(ui: PluginUi): PluginUi {
  return ui;
}
