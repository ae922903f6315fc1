import {
  HttpErrorResponse,
  type HttpHandlerFn,
  type HttpRequest,
  provideHttpClient,
  withInterceptors,
  withNoXsrfProtection,
} from '@angular/common/http';
import { type EnvironmentProviders, inject } from '@angular/core';
import { catchError, throwError } from 'rxjs';
import { Problem } from './problem';
import { Session } from './session';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** `HttpClient` for an app: guarded against cross-site calls, failing with {@link Problem}. Each app provides it once. */
export function provideServerCalls(): EnvironmentProviders {
  return provideHttpClient(withNoXsrfProtection(), withInterceptors([guarded, failingWithProblem]));
}

/** Only calls to our own origin carry the token: an absolute URL could be somebody else's. */
function guarded(request: HttpRequest<unknown>, next: HttpHandlerFn) {
  const token = inject(Session).csrf();
  const ours = request.url.startsWith('/') && !request.url.startsWith('//');
  if (!token || !ours || READING.has(request.method)) {
    return next(request);
  }
  return next(request.clone({ setHeaders: { 'X-Peek-Csrf': token } }));
}

function failingWithProblem(request: HttpRequest<unknown>, next: HttpHandlerFn) {
  const session = inject(Session);
  return next(request).pipe(
    catchError((refused: unknown) => {
      if (refused instanceof HttpErrorResponse && refused.status === 401) {
        session.expire();
      }
      return throwError(() => Problem.of(refused));
    }),
  );
}
