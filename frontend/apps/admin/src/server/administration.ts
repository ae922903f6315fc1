import { HttpClient, type HttpEvent } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { type Observable, firstValueFrom } from 'rxjs';
import type { DataChoice, Instance, Operation, Plugin, UiManifest, Upload } from './model';

const API = '/api/v1';

interface Accepted {
  readonly operation: string;
}

/** The server's administration API, call by call. Every call fails with a `Problem`. */
@Injectable({ providedIn: 'root' })
export class Administration {
  private readonly http = inject(HttpClient);

  async plugins(): Promise<readonly Plugin[]> {
    return (await firstValueFrom(this.http.get<{ plugins: Plugin[] }>(`${API}/plugins`))).plugins;
  }

  async instances(): Promise<readonly Instance[]> {
    return (await firstValueFrom(this.http.get<{ instances: Instance[] }>(`${API}/instances`))).instances;
  }

  uiManifest(): Promise<UiManifest> {
    return firstValueFrom(this.http.get<UiManifest>(`${API}/ui/manifest`, { params: { app: 'admin' } }));
  }

  operation(id: string): Promise<Operation> {
    return firstValueFrom(this.http.get<Operation>(`${API}/operations/${encodeURIComponent(id)}`));
  }

  async recentOperations(limit: number): Promise<readonly Operation[]> {
    const answer = this.http.get<{ operations: Operation[] }>(`${API}/operations`, { params: { limit } });
    return (await firstValueFrom(answer)).operations;
  }

  /** Sends an archive; unsubscribing aborts it. */
  upload(archive: File): Observable<HttpEvent<Upload>> {
    return this.http.post<Upload>(`${API}/uploads`, archive, {
      headers: { 'Content-Type': 'application/zip' },
      params: { fileName: archive.name },
      reportProgress: true,
      observe: 'events',
    });
  }

  /** An archive that waits, with its plan of now. */
  uploaded(upload: string): Promise<Upload> {
    return firstValueFrom(this.http.get<Upload>(`${API}/uploads/${encodeURIComponent(upload)}`));
  }

  async discard(upload: string): Promise<void> {
    await firstValueFrom(this.http.delete(`${API}/uploads/${encodeURIComponent(upload)}`));
  }

  install(upload: string): Promise<string> {
    return this.started(this.http.post<Accepted>(`${API}/uploads/${encodeURIComponent(upload)}/install`, undefined));
  }

  start(plugin: string): Promise<string> {
    return this.started(this.http.post<Accepted>(`${API}/plugins/${plugin}/start`, undefined));
  }

  stop(plugin: string): Promise<string> {
    return this.started(this.http.post<Accepted>(`${API}/plugins/${plugin}/stop`, undefined));
  }

  uninstall(plugin: string, data: DataChoice): Promise<string> {
    return this.started(this.http.delete<Accepted>(`${API}/plugins/${plugin}`, { params: { data } }));
  }

  /** @returns the id of the operation that the server began */
  private async started(answer: Observable<Accepted>): Promise<string> {
    return (await firstValueFrom(answer)).operation;
  }
}
