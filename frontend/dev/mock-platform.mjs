// DEVELOPMENT STAND-IN: a platform that exists in memory only, for the stand-in of the server.
import { createHash, randomUUID } from 'node:crypto';

const STARTED = new Date(Date.now() - 3_600_000).toISOString();
const SERVICES = ['server', 'client', 'agent', 'worker'];
const now = () => new Date().toISOString();
const pause = milliseconds => new Promise(done => setTimeout(done, milliseconds));

export class MockPlatform {
  instances = [
    ...SERVICES.map(service => ({ name: `${service}1`, service: service.toUpperCase(), state: 'CONNECTED', since: STARTED, platformVersion: '0.1.0' })),
    { name: 'agent2', service: 'AGENT', state: 'AWAY', since: STARTED, platformVersion: '0.1.0' },
  ];
  plugins = new Map();
  uploads = new Map();
  operations = [];
  revision = 1;

  /** Fills it with what a platform in use shows, a failed plugin included. */
  populate() {
    this.put('user', 'Users', '2.3.0', { dependents: ['active-task'] });
    this.put('active-task', 'Active tasks', '1.4.0', {});
    const failed = this.put('rounds', 'Rounds', '0.9.2', {});
    const reason = "PEEK-3107 plugin 'rounds' 0.9.2 did not start on worker1: class com.example.rounds.Route is missing. 0.9.1 runs again. Upload a corrected version.";
    Object.assign(failed, { state: 'FAILED', reason });
    Object.assign(failed.instances[3], { state: 'FAILED', version: '0.9.1', reason: 'NoClassDefFoundError: com/example/rounds/Route' });
    const stopped = this.put('soap', 'SOAP demo', '1.0.0', { wanted: 'STOPPED', state: 'STOPPED' });
    stopped.instances.forEach(part => Object.assign(part, { state: 'STOPPED' }));
  }

  put(id, title, version, more) {
    const instances = this.instances
      .filter(instance => instance.state === 'CONNECTED')
      .map(({ name, service }) => ({ instance: name, service, state: 'RUNNING', version, since: STARTED }));
    const plugin = { id, title, version, wanted: 'RUNNING', state: 'RUNNING', since: STARTED, dependents: [], instances, ...more };
    this.plugins.set(id, plugin);
    this.revision++;
    return plugin;
  }

  /** @returns the upload, or the problems of a bad archive */
  check(fileName, bytes) {
    if (fileName.includes('bad')) {
      return {
        problems: [
          { code: 'PEEK-2003', message: "archive entry '../../etc/passwd' points outside of the archive. Nothing was changed. Build the archive with peek-maven-plugin." },
          { code: 'PEEK-2104', message: "plugin 'active-task' 1.4.0 needs 'user' >=2.0, installed is 1.9.3. Nothing was changed. Upload user 2.x first." },
        ],
      };
    }
    const [, plugin, version] = /^(.+?)-(\d+\.\d+\.\d+.*)\.zip$/.exec(fileName) ?? [undefined, 'greeting', '1.0.0'];
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const upload = { id: randomUUID(), plugin, version, sha256, size: bytes.length, plan: this.plan(plugin, version, sha256) };
    this.uploads.set(upload.id, upload);
    return { upload };
  }

  plan(plugin, toVersion, sha256) {
    const before = this.plugins.get(plugin);
    const restarts = before?.dependents ?? [];
    return {
      kind: before ? 'UPGRADE' : 'INSTALL',
      plugin,
      ...(before ? { fromVersion: before.version } : {}),
      toVersion,
      steps: [
        'Store the archive in the database',
        `Run 2 scripts in the schema of ${plugin}`,
        'Deploy the server part on server1 and verify it',
        'Deploy on client1, agent1 and worker1',
        ...restarts.map(id => `Restart ${id}, which uses its API`),
      ],
      restarts,
      migrations: [
        { file: 'db/migration/V1__create.sql', sha256 },
        { file: 'db/migration/V2__add_index.sql', sha256: [...sha256].reverse().join('') },
      ],
      instances: this.instances.map(({ name, service, state }) => ({ name, service, connected: state === 'CONNECTED' })),
      interruption: before ? `${[plugin, ...restarts].join(' and ')}: about two seconds. Everything else: none.` : 'None.',
      warnings: before ? ['The scripts cannot be undone: going back to the version before needs a restore of its data.'] : [],
    };
  }

  install(upload) {
    this.uploads.delete(upload.id);
    const { plugin: id, version, plan } = upload;
    const operation = this.begin(plan.kind, id, version, [...plan.steps.slice(0, 3), 'Deploy on client1', 'Deploy on agent1', 'Deploy on worker1', 'Verify every declared API']);
    const title = id[0].toUpperCase() + id.slice(1);
    const plugin = this.put(id, this.plugins.get(id)?.title ?? title, version, { state: 'DEPLOYING', since: now(), dependents: plan.restarts });
    plugin.instances.forEach(part => Object.assign(part, { state: 'FETCHING', since: now() }));
    this.run(operation, id.includes('fails') ? 5 : undefined, step => settle(plugin, step)).then(() => this.finish(plugin, operation));
    return operation.id;
  }

  finish(plugin, operation) {
    const failed = operation.state === 'FAILED';
    Object.assign(plugin, { state: failed ? 'FAILED' : 'RUNNING', since: now(), ...(failed ? { reason: operation.reason } : {}) });
    plugin.instances.forEach(part => Object.assign(part, { state: failed ? 'FAILED' : 'RUNNING', since: now() }));
    this.revision++;
  }

  change(id, kind) {
    const plugin = this.plugins.get(id);
    const operation = this.begin(kind, id, undefined, ['Write down what is wanted', 'Hint every connected instance', 'Wait for their reports']);
    this.run(operation, undefined, () => {}).then(() => {
      const state = kind === 'STOP' ? 'STOPPED' : 'RUNNING';
      Object.assign(plugin, { wanted: state, state, since: now() });
      plugin.instances.forEach(part => Object.assign(part, { state, since: now() }));
      if (kind === 'UNINSTALL') {
        this.plugins.delete(id);
      }
      this.revision++;
    });
    return operation.id;
  }

  begin(kind, plugin, toVersion, steps) {
    const operation = { id: randomUUID(), plugin, kind, toVersion, state: 'RUNNING', started: now(), steps: steps.map(name => ({ name, state: 'QUEUED' })) };
    this.operations.unshift(operation);
    return operation;
  }

  async run(operation, failsAt, stepDone) {
    for (const [index, step] of operation.steps.entries()) {
      step.state = 'RUNNING';
      await pause(600);
      if (index === failsAt) {
        const reason = `PEEK-3107 plugin '${operation.plugin}' ${operation.toVersion} did not start on worker1: class com.example.Route is missing. Nothing runs of it, its data is as before. Upload a corrected version.`;
        Object.assign(step, { state: 'FAILED', detail: 'NoClassDefFoundError: com/example/Route' });
        Object.assign(operation, { state: 'FAILED', reason, ended: now() });
        return;
      }
      Object.assign(step, { state: 'DONE', detail: `${180 + 40 * index} ms` });
      stepDone(index);
    }
    Object.assign(operation, { state: 'DONE', ended: now() });
  }
}

function settle(plugin, step) {
  const part = plugin.instances[step - 2];
  if (part) {
    Object.assign(part, { state: 'RUNNING', since: now() });
  }
}
