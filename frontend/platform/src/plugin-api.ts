import { HttpClient } from '@angular/common/http';
import { Injectable, InjectionToken, inject } from '@angular/core';
import { firstValueFrom, fromEvent, lastValueFrom, takeUntil } from 'rxjs';

/** Id of the plugin whose page is being made. The app provides it to every plugin's routes. */
export const PLUGIN_ID = new InjectionToken<string>('id of the plugin that this page belongs to');

/** How to call. */
export interface CallOptions {
  /** Query parameters. */
  readonly query?: Readonly<Record<string, string | number | boolean>>;
  /** Aborts the call; it then fails with rxjs' `EmptyError`. */
  readonly signal?: AbortSignal;
}

/**
 * Calls the REST resources of the plugin's own server part, below `/server/<plugin>/`. The session's token goes along; a refusal comes as a `Problem`.
 *
 * ```ts
 * private readonly api = inject(PluginApi);
 * readonly greeting = resource({ loader: ({ abortSignal }) => this.api.get<Greeting>('greeting', { signal: abortSignal }) });
 * ```
 *
 * @since 0.1.0
 */
@Injectable()
export class PluginApi {
  private readonly http = inject(HttpClient);
  private readonly plugin = inject(PLUGIN_ID);

  /** Absolute path of a resource, for links, images and `httpResource`. */
  url(path: string): string {
    return `/server/${this.plugin}/${path.replace(/^\/+/, '')}`;
  }

  get<T>(path: string, options?: CallOptions): Promise<T> {
    return this.call<T>('GET', path, undefined, options);
  }

  post<T = void>(path: string, body?: unknown, options?: CallOptions): Promise<T> {
    return this.call<T>('POST', path, body, options);
  }

  put<T = void>(path: string, body?: unknown, options?: CallOptions): Promise<T> {
    return this.call<T>('PUT', path, body, options);
  }

  delete<T = void>(path: string, options?: CallOptions): Promise<T> {
    return this.call<T>('DELETE', path, undefined, options);
  }

  private call<T>(method: string, path: string, body: unknown, options: CallOptions = {}): Promise<T> {
    const answer = this.http.request<T>(method, this.url(path), { body, params: { ...options.query } });
    if (!options.signal) {
      return firstValueFrom(answer);
    }
    return lastValueFrom(answer.pipe(takeUntil(fromEvent(options.signal, 'abort'))));
  }
}
