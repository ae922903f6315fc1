// What the server's REST API answers about tasks, below /api/v1/tasks.

export type TaskState = 'WAITING' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED';

export interface Task {
  readonly id: string;
  readonly plugin: string;
  readonly type: string;
  readonly state: TaskState;
  readonly priority: number;
  readonly attempt: number;
  readonly progress: number;
  readonly note: string;
  readonly worker?: string;
  readonly submitted: string;
  readonly ended?: string;
  readonly failure?: string;
}

/** A task with what it worked on; `input` and `output` are JSON. */
export interface WholeTask {
  readonly task: Task;
  readonly input: string;
  readonly output?: string;
  readonly trace?: string;
}
