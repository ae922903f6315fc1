const TYPE_NAME = /^[a-z][a-z0-9-]{1,39}\.[A-Za-z][A-Za-z0-9]{0,59}$/;
const MOST_KEYS = 16;
const LONGEST_KEY = 1024;

declare const tuple: unique symbol;

/**
 * Which tuples: a type, and values that say which of that type. `T` is the type of the tuples.
 *
 * @since 0.1.0
 */
export interface Selector<T> {
  /** `<plugin>.<Tuple>`, such as `noop.Reading`. */
  readonly tuple: string;
  /** At most 16. Order has no meaning. */
  readonly keys?: Readonly<Record<string, string>>;
  /** Never there: it only carries the type. */
  readonly [tuple]?: T;
}

/**
 * A type of tuples, to make selectors with. The plugin's build writes one for each tuple.
 *
 * @since 0.1.0
 */
export interface TupleType<T> {
  /** `<plugin>.<Tuple>`. */
  readonly name: string;
  /** Selects by keys; numbers and booleans become their text. */
  select(keys?: Readonly<Record<string, string | number | boolean>>): Selector<T>;
}

/**
 * Declares a type of tuples: `tupleType<Reading>('noop.Reading').select({ room: 7 })`.
 *
 * @param name `<plugin>.<Tuple>`
 * @throws TypeError when it is no such name
 * @since 0.1.0
 */
export function tupleType<T>(name: string): TupleType<T> {
  checkTypeName(name);
  return {
    name,
    select: (keys = {}) => ({ tuple: name, keys: Object.fromEntries(Object.entries(keys).map(([key, value]) => [key, String(value)])) }),
  };
}

/** The one spelling of a selector that travels. */
export function selectorKey(selector: Selector<unknown>): string {
  checkTypeName(selector.tuple);
  const names = Object.keys(selector.keys ?? {}).sort(); // by UTF-16 code units, as Java compares strings
  if (names.length > MOST_KEYS) {
    throw new TypeError(`The selector of ${selector.tuple} has ${names.length} keys; at most ${MOST_KEYS} can be observed.`);
  }
  if (names.includes('')) {
    throw new TypeError(`The selector of ${selector.tuple} has a key without a name.`);
  }
  const pairs = names.map(name => `${encodeURIComponent(name)}=${encodeURIComponent(selector.keys?.[name] ?? '')}`);
  const key = [selector.tuple, ...(pairs.length > 0 ? [pairs.join('&')] : [])].join('?');
  if (key.length > LONGEST_KEY) {
    throw new TypeError(`The selector of ${selector.tuple} is ${key.length} characters long; at most ${LONGEST_KEY} can be observed.`);
  }
  return key;
}

/** Refuses what is not `<plugin>.<Type>`, so that a slip shows where it was made. */
export function checkTypeName(name: string): void {
  if (!TYPE_NAME.test(name)) {
    throw new TypeError(`'${name}' is not <plugin>.<Type>, such as noop.Reading.`);
  }
}

/** The plugin of `<plugin>.<Type>`. */
export function pluginOf(name: string): string {
  return name.slice(0, name.indexOf('.'));
}
