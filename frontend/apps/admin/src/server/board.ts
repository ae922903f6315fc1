import { Injectable, computed, inject, signal } from '@angular/core';
import { Problem } from '@peek/platform';
import { Administration } from './administration';
import type { Instance, Operation, Plugin } from './model';

/** What the server said last about plugins, instances and operations. The shell keeps it fresh. */
@Injectable({ providedIn: 'root' })
export class Board {
  private readonly administration = inject(Administration);

  readonly plugins = signal<readonly Plugin[] | undefined>(undefined);
  readonly instances = signal<readonly Instance[] | undefined>(undefined);
  readonly operations = signal<readonly Operation[]>([]);

  /** Why the last refresh failed; undefined while all is well. What is shown is then as old as the last success. */
  readonly trouble = signal<Problem | undefined>(undefined);

  readonly loading = computed(() => this.plugins() === undefined || this.instances() === undefined);

  async refresh(): Promise<void> {
    try {
      const [plugins, instances, operations] = await Promise.all([
        this.administration.plugins(),
        this.administration.instances(),
        this.administration.recentOperations(20),
      ]);
      this.plugins.set(plugins);
      this.instances.set(instances);
      this.operations.set(operations);
      this.trouble.set(undefined);
    } catch (failed) {
      this.trouble.set(Problem.of(failed));
    }
  }

  title(plugin: string): string {
    return this.plugins()?.find(known => known.id === plugin)?.title ?? plugin;
  }
}
