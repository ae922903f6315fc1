/**
 * `@peek/platform`: what a plugin's pages share with the app they appear in. One instance is loaded in the browser, so its services are singletons over all plugins.
 *
 * @packageDocumentation
 */
export { definePluginUi, type MenuEntry, type PluginUi } from './plugin-ui';
export { PluginApi, PLUGIN_ID, type CallOptions } from './plugin-api';
export { Problem, type ProblemEntry } from './problem';
export { Session, type Account } from './session';
export { Toasts } from './toasts';
export { PeekIcon } from './icon';
export { poll, type Polling } from './poll';
export { chooseLanguage, defineTexts, language, localText, type LocalText, type TextParams, type Texts } from './texts';
export { provideServerCalls } from './server-calls';
