import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { Task, TaskState, WholeTask } from './task';

const API = '/api/v1/tasks';
const SHOWN = 200;

/** The server's API of tasks, call by call. Every call fails with a `Problem`. */
@Injectable({ providedIn: 'root' })
export class TaskAdministration {
  private readonly http = inject(HttpClient);

  /** Newest first. */
  async list(state: TaskState): Promise<readonly Task[]> {
    const answer = this.http.get<{ tasks: Task[] }>(API, { params: { state, limit: SHOWN } });
    return (await firstValueFrom(answer)).tasks;
  }

  whole(id: string): Promise<WholeTask> {
    return firstValueFrom(this.http.get<WholeTask>(`${API}/${encodeURIComponent(id)}`));
  }

  async cancel(id: string): Promise<void> {
    await firstValueFrom(this.http.post(`${API}/${encodeURIComponent(id)}/cancel`, undefined));
  }

  async replay(id: string): Promise<void> {
    await firstValueFrom(this.http.post(`${API}/${encodeURIComponent(id)}/replay`, undefined));
  }

  /** @returns how many are tried again */
  async replayAll(): Promise<number> {
    return (await firstValueFrom(this.http.post<{ replayed: number }>(`${API}/replay`, undefined))).replayed;
  }

  async forget(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`${API}/${encodeURIComponent(id)}`));
  }
}
