import { defineTexts, language } from '@peek/platform';
import en from './i18n/en.json';

/** The admin app's texts. */
export const text = defineTexts(en, { de: () => import('./i18n/de.json') });

/** The languages that the admin app is translated into. */
export const LANGUAGES = [
  { code: 'en', name: 'English' },
  { code: 'de', name: 'Deutsch' },
] as const;

/** A moment as people say it: the time today, day and time before. */
export function moment(instant: string | undefined): string {
  if (!instant) {
    return '';
  }
  const date = new Date(instant);
  const today = date.toDateString() === new Date().toDateString();
  return date.toLocaleString(locale(), today ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' });
}

/** A moment to the second, with its zone, for tooltips. */
export function exactMoment(instant: string | undefined): string {
  return instant ? new Date(instant).toLocaleString(locale(), { dateStyle: 'full', timeStyle: 'long' }) : '';
}

/** The user's own variety of the language: `en-GB` writes another time than `en-US`. */
function locale(): string {
  return navigator.languages.find(known => known.startsWith(language())) ?? language();
}
