import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Browser } from './browser.mjs';
import { angular } from './modules.mjs';

const { ApplicationRef, Injector, createEnvironmentInjector, provideZonelessChangeDetection, runInInjectionContext, signal, ɵINJECTOR_SCOPE: SCOPE } = angular;
const v = version => `${version}`.padEnd(16, '_');

test('a signal follows its selector, and the selector its own signals', async () => {
  const browser = new Browser();
  const { service } = browser;
  const live = await browser.page({ grace: 0 });
  const scope = createEnvironmentInjector([provideZonelessChangeDetection(), { provide: SCOPE, useValue: 'root' }], Injector.NULL);
  const series = signal('a');
  const [fixed, chosen] = runInInjectionContext(scope, () => [
    live.observeSignal({ tuple: 'noop.Note' }),
    live.observeSignal(() => ({ tuple: 'noop.Reading', keys: { series: series() } })),
  ]);
  assert.deepEqual(fixed(), { tuples: [], from: 'none' });
  const effects = async () => {
    scope.get(ApplicationRef).tick();
    await browser.settle();
  };
  await effects();
  service.say({ t: 'value', s: 'noop.Note', v: v(1) }, ['note']);
  service.say({ t: 'value', s: 'noop.Reading?series=a', v: v(1) }, [1]);
  assert.deepEqual([fixed().tuples, chosen().tuples], [['note'], [1]]);

  series.set('b');
  await effects();
  assert.deepEqual(chosen(), { tuples: [], from: 'none' }, 'nothing of the selector before');
  service.say({ t: 'value', s: 'noop.Reading?series=b', v: v(2) }, [2]);
  assert.deepEqual(chosen().tuples, [2]);

  scope.destroy();
  await browser.settle();
  assert.deepEqual(service.heardOf('unobserve').flatMap(({ s }) => s).sort(), ['noop.Note', 'noop.Reading?series=a', 'noop.Reading?series=b']);
});
