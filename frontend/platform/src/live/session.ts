import type { LiveUser } from './message';

/** Why somebody could not sign in. */
export type SignInFailure = 'wrong' | 'too-many' | 'away';

/**
 * Signing in did not work: `wrong` name or password, `too-many` tries, or the service is `away`.
 *
 * @since 0.1.0
 */
export class SignInError extends Error {
  /** @param retryAfter seconds until the next try is worth it, when the service said so */
  constructor(
    readonly failure: SignInFailure,
    readonly retryAfter: number | undefined,
  ) {
    super(`Not signed in: ${failure}.`);
    this.name = 'SignInError';
  }
}

/** Who is signed in, or why that is not known. */
export type Presence = { readonly is: 'signed-in'; readonly user: LiveUser } | { readonly is: 'signed-out' } | { readonly is: 'away' };

type Request = (method: string, body?: object) => Promise<Response>;

/** The device's session with the client service; the session itself is a cookie that scripts do not see. */
export class DeviceSession {
  /** @param request to `/client/session` */
  constructor(private readonly request: Request) {}

  async presence(): Promise<Presence> {
    try {
      const response = await this.request('GET');
      if (response.ok) {
        return { is: 'signed-in', user: await userOf(response) };
      }
      return { is: response.status === 401 ? 'signed-out' : 'away' };
    } catch {
      return { is: 'away' }; // the network's failure, and nothing that a service answers
    }
  }

  /** @throws SignInError */
  async signIn(name: string, password: string): Promise<LiveUser> {
    const response = await this.request('POST', { name, password }).catch(() => undefined);
    if (response?.ok) {
      return userOf(response);
    }
    const retryAfter = Number(response?.headers.get('Retry-After') ?? NaN);
    throw new SignInError(failureOf(response?.status), Number.isFinite(retryAfter) ? retryAfter : undefined);
  }

  /** @throws SignInError `away` when the service was not reached: then the cookie is still good */
  async signOut(): Promise<void> {
    const response = await this.request('DELETE').catch(() => undefined);
    if (!response?.ok && response?.status !== 401) {
      throw new SignInError('away', undefined);
    }
  }
}

function failureOf(status: number | undefined): SignInFailure {
  if (status === 401) {
    return 'wrong';
  }
  return status === 429 ? 'too-many' : 'away';
}

async function userOf(response: Response): Promise<LiveUser> {
  return ((await response.json()) as { readonly user: LiveUser }).user;
}
