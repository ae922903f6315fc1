// A platform of four WildFlys with the noop plugin, for the time of a measurement.
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { spawn } from 'node:child_process';
import { Device } from './device.mjs';
import { cpu, live, resident, run, until } from './processes.mjs';

const PASSWORD = 'long enough for benchmarks';
const SERVICES = ['server', 'client', 'agent', 'worker'];
const PATIENCE = 180_000;

export class Platform {
  constructor(root, home, offset) {
    this.root = root;
    this.home = home;
    this.offset = offset;
    this.password = PASSWORD;
    this.server = `http://127.0.0.1:${8080 + offset}`;
    this.client = `http://127.0.0.1:${8180 + offset}`;
    this.linkPort = 5445 + offset;
  }

  /** Sets it up anew, with properties of the client service beside its own. */
  async up(properties = {}) {
    if (existsSync(`${this.home}/setup`)) await this.peek('stop');
    rmSync(this.home, { recursive: true, force: true });
    await this.#up();
    if (Object.keys(properties).length) {
      await this.stop('client');
      this.properties('client', properties);
      await this.start('client');
    }
    await this.signIn();
  }

  async #up() {
    await this.peek('up', '--split', '--no-build', '--offset', String(this.offset));
    await this.#begin();
  }

  /** What an administrator does with a new platform. */
  async #begin() {
    await this.#setPassword();
    await this.#install(`${this.root}/plugins/noop/target/noop-1.0.0.zip`);
  }

  /** Uses one that was set up before and is stopped now. */
  async again() {
    await this.#up();
    await this.signIn();
  }

  /** Puts an empty database of PostgreSQL in the place of H2; what the platform knew is gone. See docs/operations.md §6. */
  async onPostgres(url, user, password) {
    this.control?.close();
    this.control = undefined;
    await this.peek('stop');
    const wildfly = `${this.root}/.run/wildfly`;
    if (!existsSync(`${wildfly}/modules/org/postgresql`)) {
      const add = `module add --name=org.postgresql --resources=${driver()} --dependencies=java.se,jakarta.transaction.api`;
      await run(`${wildfly}/bin/jboss-cli.sh`, [`--command=${add}`]);
    }
    await run(`${wildfly}/bin/jboss-cli.sh`, ['--file=postgresql.cli'], {
      cwd: `${this.root}/wildfly-config`,
      env: { ...process.env, JAVA_OPTS: `-Djboss.server.base.dir=${this.base('server')}` },
    });
    this.properties('server', { 'peek.db.url': url, 'peek.db.user': user, 'peek.db.password': password });
    await this.peek('start');
    await this.#begin();
    await this.signIn();
  }

  async #setPassword() {
    this.authorization = basic(PASSWORD);
    const file = `${this.base('server')}/data/peek/first-admin-password`;
    const current = await until('the server has an administrator', PATIENCE, async () => {
      if (existsSync(file)) return readFileSync(file, 'utf8').trim();
      return (await this.rest('GET', '/api/v1/plugins')) && PASSWORD;
    });
    if (current === PASSWORD) return;
    this.authorization = basic(current);
    await this.rest('PUT', '/api/v1/session/password', JSON.stringify({ current, replacement: PASSWORD }), 200);
    this.authorization = basic(PASSWORD);
  }

  async #install(archive) {
    const { plugins } = await this.rest('GET', '/api/v1/plugins');
    if (plugins.some(plugin => plugin.id === 'noop')) return;
    const { operation } = await this.rest('POST', '/api/v1/plugins', readFileSync(archive), 202, 'application/zip');
    const ended = await until('noop is installed', PATIENCE, async () => {
      const state = await this.rest('GET', `/api/v1/operations/${operation}`);
      return state.ended && state;
    });
    if (ended.state !== 'DONE') throw new Error(`noop was not installed: ${ended.reason}`);
  }

  /** System properties with which a WildFly starts the next time; the last of a name counts. */
  properties(service, more) {
    const file = `${this.base(service)}/node.properties`;
    const lines = Object.entries(more).map(([name, value]) => `${name}=${value}\n`);
    writeFileSync(file, readFileSync(file, 'utf8') + lines.join(''));
  }

  /** Signs in on the client service; a device connects with what that gives. */
  async signIn() {
    this.headers = await until('a device signs in', PATIENCE, async () => {
      const response = await fetch(`${this.client}/client/session`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Origin: this.client },
        body: JSON.stringify({ name: 'admin', password: PASSWORD }),
      });
      if (response.status !== 200) throw new Error(`sign-in answered ${response.status}: ${await response.text()}`);
      return { Cookie: response.headers.get('set-cookie').split(';')[0], Origin: this.client };
    });
  }

  device(longestPause) {
    return new Device(this.client, this.headers, longestPause);
  }

  /** Starts readings that change. */
  async load(load) {
    this.control ??= this.device();
    const { done, header } = await this.control.act('noop.StartLoad', load);
    if (!done) throw new Error(`load was refused: ${header.message}`);
  }

  async rest(method, path, body, expected = 200, type = 'application/json') {
    const response = await fetch(this.server + path, {
      method,
      headers: { Authorization: this.authorization, 'Content-Type': type },
      body,
    });
    const text = await response.text();
    if (response.status !== expected) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return text ? JSON.parse(text) : undefined;
  }

  /** Counters of an instance as it reported them last, and whether it is there. */
  async instance(name) {
    const { instances } = await this.rest('GET', '/api/v1/instances');
    return instances.find(one => one.name === name);
  }

  base(service) {
    return `${this.home}/split/${service}`;
  }

  pid(service) {
    return Number(readFileSync(`${this.base(service)}/pid`, 'utf8'));
  }

  cpu(service) {
    return cpu(this.pid(service));
  }

  resident(service) {
    return resident(this.pid(service));
  }

  live(service) {
    return live(this.pid(service));
  }

  /** As when the power fails. */
  kill(service) {
    process.kill(this.pid(service), 'SIGKILL');
  }

  start(service) {
    return this.peek('start', service);
  }

  stop(service) {
    return this.peek('stop', service);
  }

  peek(...words) {
    return new Promise((resolve, reject) => {
      let said = '';
      const script = spawn(`${this.root}/peek`, [...words, '--home', this.home], { stdio: ['ignore', 'pipe', 'pipe'] });
      script.stdout.on('data', text => (said += text));
      script.stderr.on('data', text => (said += text));
      // Not 'close': a WildFly that the script leaves behind may hold the other end of a pipe.
      script.on('exit', code => (code === 0 ? resolve(said) : reject(new Error(`./peek ${words.join(' ')}:\n${said}`))));
    });
  }

  async down() {
    this.control?.close();
    for (const service of SERVICES) {
      if (existsSync(`${this.base(service)}/pid`)) {
        await this.peek('stop');
        return;
      }
    }
  }
}

/** The driver as Maven keeps it. */
function driver() {
  const versions = `${homedir()}/.m2/repository/org/postgresql/postgresql`;
  const [newest] = readdirSync(versions).filter(name => /^42\./.test(name)).sort().reverse();
  return `${versions}/${newest}/postgresql-${newest}.jar`;
}

const basic = password => `Basic ${Buffer.from(`admin:${password}`).toString('base64')}`;
