import type { Refusal } from './store';

/**
 * What became of an action.
 *
 * @since 0.1.0
 */
export type Outcome<R> = { readonly is: 'done'; readonly result: R } | ({ readonly is: 'refused' } & Refusal);

/**
 * An action on its way. Awaiting it gives the outcome, which offline may take days; it fails only when the action could not be kept on this device.
 *
 * @since 0.1.0
 */
export interface Acting<R> extends PromiseLike<Outcome<R>> {
  /** Identifies the action in the lists of waiting and refused ones. */
  readonly id: string;
  /** Done once the action is kept on this device: from then on it is not lost, whatever becomes of the page. */
  readonly stored: Promise<void>;
  readonly outcome: Promise<Outcome<R>>;
}

/**
 * An action that has no answer yet.
 *
 * @since 0.1.0
 */
export interface WaitingAction {
  readonly id: string;
  /** `<plugin>.<Action>`. */
  readonly action: string;
  readonly fields: unknown;
  /** When the user did it. */
  readonly made: Date;
}

/**
 * An action that the server refused. It stays here until the user tries again or discards it.
 *
 * @since 0.1.0
 */
export interface RefusedAction extends WaitingAction, Refusal {
  /** When it was refused. */
  readonly refused: Date;
}

/** Joins the two promises. Who looks at one of them only is not told of the other as of a failure that nobody saw. */
export function acting<R>(id: string, stored: Promise<void>, outcome: Promise<Outcome<R>>): Acting<R> {
  stored.catch(() => {});
  outcome.catch(() => {});
  return { id, stored, outcome, then: (done, failed) => outcome.then(done, failed) };
}
