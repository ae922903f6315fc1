import { computed, signal } from '@angular/core';

const STORED = 'peek.language';

/** A text that is the same in every language, or one by language code; `en` is taken where the user's is missing. */
export type LocalText = string | ({ readonly en: string } & Readonly<Record<string, string>>);

/** Values for the `{name}` places of a text. `count` also chooses between `key.one` and `key.other`. */
export type TextParams = Readonly<Record<string, string | number>>;

/** The texts of one app or plugin. */
export interface Texts<Key extends string> {
  /** The text in the user's language; in a template it follows when the language changes. */
  (key: Key, params?: TextParams): string;
  /** Waits until the user's language is there; before that texts are English. */
  load(): Promise<void>;
}

type Dictionary = Readonly<Record<string, string>>;

const chosen = signal(localStorage.getItem(STORED) ?? navigator.language.slice(0, 2));

/** The user's language, a code such as `de`. */
export const language = computed(() => chosen());

/** Changes the language of every app and plugin page, and remembers it in this browser. */
export function chooseLanguage(code: string): void {
  localStorage.setItem(STORED, code);
  chosen.set(code);
}

/** Reads a text by the user's language. */
export function localText(text: LocalText): string {
  return typeof text === 'string' ? text : (text[chosen()] ?? text.en);
}

/**
 * Declares texts from translation files. English is bundled; other languages are loaded when somebody needs them. The compiler checks that no key is missing.
 *
 * ```ts
 * import en from './i18n/en.json';
 * export const text = defineTexts(en, { de: () => import('./i18n/de.json') });
 * text('tasks.open', { count: 3 });   // "tasks.open.one": "{count} open task", "tasks.open.other": "{count} open tasks"
 * ```
 *
 * @since 0.1.0
 */
export function defineTexts<T extends Record<string, string>>(
  english: T,
  others: Readonly<Record<string, () => Promise<{ readonly default: Readonly<Record<keyof T, string>> }>>>,
): Texts<Exclude<keyof T, number | symbol> | PluralKey<keyof T>> {
  const loaded = signal<Readonly<Record<string, Dictionary>>>({ en: english });
  const pending = new Map<string, Promise<void>>();

  const load = async (code: string) => {
    const source = others[code];
    if (source && !loaded()[code]) {
      const file = await source();
      loaded.update(known => ({ ...known, [code]: file.default }));
    }
  };
  const loadOnce = (code: string) => {
    const running = pending.get(code) ?? load(code);
    pending.set(code, running);
    return running;
  };
  const text = (key: string, params: TextParams = {}) => {
    const code = chosen();
    const dictionary = loaded()[code];
    if (!dictionary) {
      loadOnce(code).catch(() => pending.delete(code)); // English stays, and the next text asks again
    }
    return fill(choose(dictionary ?? english, key, params, code), params);
  };
  return Object.assign(text, { load: () => loadOnce(chosen()) });
}

/** `tasks.open.other` may be asked for as `tasks.open`. */
type PluralKey<K> = K extends `${infer Stem}.other` ? Stem : never;

function choose(dictionary: Dictionary, key: string, params: TextParams, code: string): string {
  const count = params['count'];
  if (typeof count === 'number') {
    const form = new Intl.PluralRules(code).select(count);
    return dictionary[`${key}.${form}`] ?? dictionary[`${key}.other`] ?? dictionary[key] ?? key;
  }
  return dictionary[key] ?? key;
}

function fill(template: string, params: TextParams): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place));
}
