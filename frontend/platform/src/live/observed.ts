/**
 * Why there is no value, or none that is up to date.
 *
 * @since 0.1.0
 */
export interface Trouble {
  /** Such as `PEEK-6011`. */
  readonly code: string;
  /** For the user. */
  readonly message: string;
  /** It was refused; otherwise the value comes when it can be had. */
  readonly lasting: boolean;
}

/**
 * What is known about a selector.
 *
 * @since 0.1.0
 */
export interface Observed<T> {
  /** Never changed in place; a tuple that did not change is the same object as before. */
  readonly tuples: readonly T[];
  /** `live`: the newest, and it stays so. `cache`: what was known at {@link since}. `none`: nothing is known. */
  readonly from: 'none' | 'cache' | 'live';
  /** When this was last known to be the newest; `undefined` with `none`. While `live`, it is as new as the last word of the service. */
  readonly since?: Date;
  readonly trouble?: Trouble;
}

/** Nothing is known yet. */
export const NOTHING: Observed<never> = { tuples: [], from: 'none' };
