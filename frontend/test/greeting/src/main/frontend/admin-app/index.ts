import { definePluginUi } from '@peek/platform';
import { mdiHandWaveOutline } from '@mdi/js';

export default definePluginUi({
  routes: [{ path: '', loadComponent: () => import('./greeting-page').then(page => page.GreetingPage) }],
  menu: [{ title: { en: 'Greeting', de: 'Gruß' }, path: '', icon: mdiHandWaveOutline }],
});
