import type { Operation } from '../server/model';
import { text } from '../texts';

const KNOWN = new Set(['INSTALL', 'UPGRADE', 'DOWNGRADE', 'REINSTALL', 'START', 'STOP', 'UNINSTALL', 'RETURN']);

/** An operation in a few words, such as *Installing noop 1.0.0*, or *Installed noop 1.0.0* when it has ended. */
export function operationTitle({ kind, state, plugin, toVersion }: Operation): string {
  const key = `operation.${kind}.${state === 'QUEUED' ? 'RUNNING' : state}`;
  const params = { plugin, version: toVersion ?? '', kind };
  const title = KNOWN.has(kind) ? text(key as 'operation.INSTALL.DONE', params) : text('operation.other', params);
  return title.replace(/ {2,}/g, ' ').trim(); // stopping has no version
}
