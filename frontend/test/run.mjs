// Runs the tests of the build and of @peek/platform, when anything that they look at changed since they last passed.
// usage: node test/run.mjs [<target>]
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { filesBelow, whenChanged } from '../sdk/lib/files.mjs';

const here = import.meta.dirname;
const target = path.resolve(process.argv[2] ?? path.join(here, '../target'));
const inputs = [here, ...['sdk', 'classes', 'ui-work/platform/js'].map(name => path.join(target, name))];

const ran = await whenChanged({ marker: path.join(target, 'ui-work/tests.inputs'), inputs, outputs: [] }, () => {
  const files = filesBelow(here).filter(name => name.endsWith('.test.mjs')).map(name => path.join(here, name));
  const { status } = spawnSync(process.execPath, ['--test', '--test-reporter=spec', ...files], { stdio: 'inherit', env: { ...process.env, PEEK_FRONTEND_TARGET: target } });
  if (status !== 0) {
    process.exit(1);
  }
});
if (!ran) {
  console.log('tests: nothing changed since they passed');
}
