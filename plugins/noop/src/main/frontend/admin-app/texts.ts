import { defineTexts } from '@peek/platform';
import en from '../i18n/en.json';

export const text = defineTexts(en, { de: () => import('../i18n/de.json') });
