import { Injectable, computed, inject, signal } from '@angular/core';
import { type NavigationError, type Route, Router } from '@angular/router';
import { type MenuEntry, PLUGIN_ID, PluginApi, type PluginUi, Problem } from '@peek/platform';
import { Administration } from '../server/administration';
import type { ManifestPlugin } from '../server/model';

/** A plugin that has pages in this app. */
export interface PluginPage {
  readonly id: string;
  readonly title: string;
  readonly menu: readonly MenuEntry[];
  /** Why its pages cannot be shown; undefined when they can. */
  readonly reason?: string;
  /** Another version of its pages is installed than the one loaded here. */
  readonly outdated: boolean;
}

interface Loaded {
  readonly mapped: string;
  readonly ui: PluginUi;
  readonly route: Route;
}

/** Loads the pages of plugins as they come and go, and keeps the router and the menu in step. */
@Injectable({ providedIn: 'root' })
export class PluginPages {
  private readonly router = inject(Router);
  private readonly administration = inject(Administration);

  /** By plugin; kept after a plugin went away, because a browser never forgets a module. */
  private readonly loaded = new Map<string, Loaded>();
  private readonly failed = new Map<string, string>();
  private installed: readonly ManifestPlugin[] = [];
  private revision: string | undefined;

  readonly pages = signal<readonly PluginPage[]>([]);

  /** Titles of the plugins whose pages here are older than the installed ones. */
  readonly outdated = computed(() => this.pages().filter(page => page.outdated).map(page => page.title));

  /** Asks the server which plugins have pages, and takes the steps to be there. */
  async sync(): Promise<void> {
    const manifest = await this.administration.uiManifest();
    if (manifest.revision === this.revision) {
      return;
    }
    const before = this.shownState();
    this.installed = manifest.plugins;
    await Promise.all(manifest.plugins.map(plugin => this.load(plugin)));
    this.revision = manifest.revision;
    this.publish();
    if (this.shownState() !== before) {
      await this.showAgain();
    }
  }

  /** Tries to load the pages of a plugin that failed before. */
  async retry(id: string): Promise<void> {
    this.failed.delete(id);
    const plugin = this.installed.find(known => known.id === id);
    if (plugin) {
      await this.load(plugin);
    }
    this.publish();
    await this.showAgain();
  }

  /** A page of this plugin could not be opened. */
  markBroken(id: string, reason: string): void {
    this.failed.set(id, reason);
    this.publish();
  }

  reload(): void {
    location.reload();
  }

  has(id: string): boolean {
    return this.installed.some(plugin => plugin.id === id);
  }

  private async load(plugin: ManifestPlugin): Promise<void> {
    this.failed.delete(plugin.id);
    if (plugin.error) {
      this.failed.set(plugin.id, plugin.error);
      return;
    }
    if (this.loaded.has(plugin.id)) {
      return;
    }
    try {
      const module = (await import(plugin.entry)) as { readonly default?: PluginUi };
      this.loaded.set(plugin.id, mount(plugin, module.default));
    } catch (broken) {
      this.failed.set(plugin.id, describe(broken));
    }
  }

  private publish(): void {
    this.pages.set(this.installed.map(plugin => this.page(plugin)));
    const shell = this.router.config.find(route => route.path === '');
    const own = shell?.children?.filter(route => !route.path?.startsWith('p/')) ?? [];
    // In place, not by resetConfig(): that copies every route, and the router would then build the open page anew.
    shell?.children?.splice(0, Infinity, ...this.installed.map(plugin => this.route(plugin.id)), ...own);
  }

  private page(plugin: ManifestPlugin): PluginPage {
    const loaded = this.loaded.get(plugin.id);
    const reason = this.failed.get(plugin.id);
    return {
      id: plugin.id,
      title: plugin.title,
      menu: loaded?.ui.menu ?? [],
      ...(reason === undefined ? {} : { reason }),
      outdated: loaded !== undefined && loaded.mapped !== mapping(plugin),
    };
  }

  private route(id: string): Route {
    const loaded = this.loaded.get(id);
    if (!loaded || this.failed.has(id)) {
      return { path: `p/${id}`, children: [{ path: '**', loadComponent: brokenPlugin, data: { plugin: id } }] };
    }
    return loaded.route;
  }

  /** What the open address shows, as far as plugins decide it. */
  private shownState(): string {
    const id = pluginOf(this.router.url);
    return id === undefined ? '' : `${id} ${this.has(id)} ${this.failed.get(id) ?? ''}`;
  }

  private async showAgain(): Promise<void> {
    if (this.router.navigated) {
      await this.router.navigateByUrl(this.router.url, { onSameUrlNavigation: 'reload' });
    }
  }
}

/** For the router: an error while a plugin's page is opened marks the plugin, and its card is shown instead. */
export function markBrokenPage(error: NavigationError): void {
  const id = pluginOf(error.url);
  const pages = inject(PluginPages);
  if (id === undefined || !pages.has(id)) {
    throw error.error;
  }
  pages.markBroken(id, describe(error.error));
  void inject(Router).navigateByUrl(error.url, { onSameUrlNavigation: 'reload' });
}

const brokenPlugin = () => import('./broken-plugin').then(card => card.BrokenPlugin);

function mount(plugin: ManifestPlugin, ui: PluginUi | undefined): Loaded {
  if (!Array.isArray(ui?.routes)) {
    throw new Error(`${plugin.entry} has no default export made by definePluginUi().`);
  }
  const providers = [{ provide: PLUGIN_ID, useValue: plugin.id }, PluginApi, ...(ui.providers ?? [])];
  const route = { path: `p/${plugin.id}`, title: plugin.title, providers, children: [...ui.routes] };
  return { mapped: mapping(plugin), ui, route };
}

function mapping(plugin: ManifestPlugin): string {
  return JSON.stringify([plugin.imports, plugin.revision]);
}

function pluginOf(url: string): string | undefined {
  return /^\/p\/([^/?#]+)/.exec(url)?.[1];
}

function describe(broken: unknown): string {
  return broken instanceof Error && !(broken instanceof Problem) ? `${broken.name}: ${broken.message}` : Problem.of(broken).detail;
}
