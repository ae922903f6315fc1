import { checkTypeName } from './selector';

declare const result: unique symbol;
declare const answer: unique symbol;

/**
 * What generated action types extend; `R` is what the server's processor gives back, `void` when it gives nothing.
 *
 * ```ts
 * export interface Greet extends Action<Greeting> { readonly name: string }
 * export const Greet = actionType<Greet, Greeting>('noop.Greet');
 * ```
 *
 * @since 0.1.0
 */
export interface Action<R> {
  /** Never there: it only carries the type. */
  readonly [result]?: R;
}

/**
 * What generated query types extend; `A` is the answer.
 *
 * @since 0.1.0
 */
export interface Query<A> {
  /** Never there: it only carries the type. */
  readonly [answer]?: A;
}

/** An action with its name, ready for `live.act()`. */
export interface ActionRequest<R> extends Action<R> {
  /** `<plugin>.<Action>`. */
  readonly action: string;
  /** What travels: plain data that JSON can hold. */
  readonly fields: object;
}

/** A query with its name, ready for `live.call()`. */
export interface QueryRequest<A> extends Query<A> {
  /** `<plugin>.<Query>`. */
  readonly query: string;
  /** What travels: plain data that JSON can hold. */
  readonly fields: object;
}

/** A type of actions, to make requests with. */
export interface ActionType<T extends Action<R>, R> {
  /** `<plugin>.<Action>`. */
  readonly name: string;
  /** Adds the name to the fields. */
  of(fields: Omit<T, typeof result>): ActionRequest<R>;
}

/** A type of queries, to make requests with. */
export interface QueryType<T extends Query<A>, A> {
  /** `<plugin>.<Query>`. */
  readonly name: string;
  /** Adds the name to the fields. */
  of(fields: Omit<T, typeof answer>): QueryRequest<A>;
}

/**
 * Declares a type of actions; the plugin's build writes this for each.
 *
 * @param name `<plugin>.<Action>`
 * @throws TypeError when it is no such name
 * @since 0.1.0
 */
export function actionType<T extends Action<R>, R>(name: string): ActionType<T, R> {
  checkTypeName(name);
  return { name, of: fields => ({ action: name, fields }) };
}

/**
 * Declares a type of queries; the plugin's build writes this for each.
 *
 * @param name `<plugin>.<Query>`
 * @throws TypeError when it is no such name
 * @since 0.1.0
 */
export function queryType<T extends Query<A>, A>(name: string): QueryType<T, A> {
  checkTypeName(name);
  return { name, of: fields => ({ query: name, fields }) };
}
