// What the server's REST API answers, below /api/v1.

export type PartState = 'FETCHING' | 'DEPLOYING' | 'RUNNING' | 'STOPPED' | 'FAILED' | 'QUARANTINED';

export interface Part {
  readonly instance: string;
  readonly service: string;
  readonly state: PartState;
  readonly version?: string;
  readonly since?: string;
  readonly reason?: string;
}

export interface Plugin {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly wanted: 'RUNNING' | 'STOPPED';
  readonly state: PartState;
  readonly since?: string;
  readonly reason?: string;
  readonly dependents: readonly string[];
  readonly instances: readonly Part[];
}

export interface Instance {
  readonly name: string;
  readonly service: string;
  readonly state: 'CONNECTED' | 'AWAY';
  readonly since?: string;
  readonly platformVersion?: string;
}

export interface Plan {
  readonly kind: 'INSTALL' | 'UPGRADE' | 'DOWNGRADE' | 'REINSTALL';
  readonly plugin: string;
  readonly fromVersion?: string;
  readonly toVersion: string;
  readonly steps: readonly string[];
  readonly restarts: readonly string[];
  readonly migrations: readonly { readonly file: string; readonly sha256: string }[];
  readonly instances: readonly { readonly name: string; readonly service: string; readonly connected: boolean }[];
  readonly interruption: string;
  readonly warnings: readonly string[];
}

export interface Upload {
  readonly id: string;
  readonly plugin: string;
  readonly version: string;
  readonly sha256: string;
  readonly size: number;
  readonly plan: Plan;
}

export type OperationState = 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED';

export interface Step {
  readonly name: string;
  readonly state: OperationState;
  readonly detail?: string;
}

export interface Operation {
  readonly id: string;
  readonly plugin: string;
  readonly kind: string;
  readonly toVersion?: string;
  readonly state: OperationState;
  readonly started: string;
  readonly ended?: string;
  readonly steps: readonly Step[];
  readonly reason?: string;
}

/** What becomes of a plugin's tables and files when it is uninstalled. */
export type DataChoice = 'keep' | 'export' | 'drop';

export interface ManifestPlugin {
  readonly id: string;
  readonly title: string;
  readonly entry: string;
  readonly imports: Readonly<Record<string, string>>;
  readonly revision: string;
  readonly builtWith: { readonly angular: string };
  readonly error?: string;
}

export interface UiManifest {
  readonly app: string;
  readonly angular: string;
  readonly revision: string;
  readonly plugins: readonly ManifestPlugin[];
}
