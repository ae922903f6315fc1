/** One operation of a JSON Patch (RFC 6902), of the kinds that live data uses. */
export type PatchOperation =
  | { readonly op: 'add' | 'replace'; readonly path: string; readonly value: unknown }
  | { readonly op: 'remove'; readonly path: string };

const INDEX = /^\/(0|[1-9]\d*)$/;

/**
 * Applies operations at `/<index>` to a list. The list that is given stays as it is, and tuples that no operation names are the same objects in the new one.
 *
 * @throws RangeError when an operation does not fit the list
 */
export function applyPatch<T>(tuples: readonly T[], operations: readonly PatchOperation[]): readonly T[] {
  const patched = [...tuples];
  for (const operation of operations) {
    const adding = operation.op === 'add';
    const index = indexOf(operation.path, adding ? patched.length : patched.length - 1);
    const removed = adding ? 0 : 1;
    if (operation.op === 'remove') {
      patched.splice(index, removed);
    } else {
      patched.splice(index, removed, operation.value as T);
    }
  }
  return patched;
}

function indexOf(path: string, last: number): number {
  const index = Number(INDEX.exec(path)?.[1] ?? NaN);
  if (!(index <= last)) {
    throw new RangeError(`The patch names ${path}; the list ends at /${last}.`);
  }
  return index;
}
