import { HttpClient } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { Problem } from './problem';

/** Who is signed in. */
export interface Account {
  readonly name: string;
  readonly roles: readonly string[];
}

interface SessionJson {
  readonly account: Account;
  readonly csrf: string;
  readonly mustChangePassword: boolean;
}

const SESSION = '/api/v1/session';

/**
 * The signed-in account and its session with the server. The session itself is an HttpOnly cookie; only the token against cross-site calls is kept here.
 *
 * @since 0.1.0
 */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly http = inject(HttpClient);
  private readonly current = signal<SessionJson | undefined>(undefined);

  /** Who is signed in, or undefined. */
  readonly account = computed(() => this.current()?.account);

  /** The password is a one-time password: nothing else is allowed before it is changed. */
  readonly mustChangePassword = computed(() => this.current()?.mustChangePassword ?? false);

  /** Goes as `X-Peek-Csrf` with every call that changes something. */
  readonly csrf = computed(() => this.current()?.csrf);

  /** Takes up the session that the browser's cookie belongs to, if there is one. */
  async restore(): Promise<Account | undefined> {
    try {
      this.current.set(await firstValueFrom(this.http.get<SessionJson>(SESSION)));
    } catch (refused) {
      if (Problem.of(refused).status !== 401) {
        throw refused;
      }
      this.current.set(undefined);
    }
    return this.account();
  }

  /** @throws Problem with status 401 (wrong) or 429 (too many attempts) */
  async signIn(name: string, password: string): Promise<void> {
    this.current.set(await firstValueFrom(this.http.post<SessionJson>(SESSION, { name, password })));
  }

  /** @throws Problem when the current password is wrong or the new one is too weak */
  async changePassword(current: string, replacement: string): Promise<void> {
    await firstValueFrom(this.http.put(`${SESSION}/password`, { current, replacement }));
    await this.restore();
  }

  async signOut(): Promise<void> {
    await firstValueFrom(this.http.delete(SESSION));
    this.current.set(undefined);
  }

  /** The server does not know the session any more. */
  expire(): void {
    this.current.set(undefined);
  }
}
