import { mdiSwapHorizontal } from '@mdi/js';
import { definePluginUi } from '@peek/platform';

export default definePluginUi({
  routes: [{ path: '', loadComponent: () => import('./answers-page').then(page => page.AnswersPage) }],
  menu: [{ title: 'Noop', path: '', icon: mdiSwapHorizontal }],
});
