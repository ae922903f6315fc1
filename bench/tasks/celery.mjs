// Celery with RabbitMQ and Redis from Debian's packages, all on this machine, in a folder of their own.
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pause, run, until } from '../live/processes.mjs';

// Debian's Python: another one that stands first in the path does not have Debian's packages.
const SCRIPTS = fileURLToPath(new URL('celery', import.meta.url));

export class Celery {
  name = 'Celery';
  #home;
  #ports;
  #started = [];
  #environment;

  /** @param concurrency processes that work */
  constructor(home, offset, concurrency) {
    this.#home = home;
    this.#ports = { rabbit: 5672 + offset, dist: 25672 + offset, redis: 6379 + offset };
    this.concurrency = concurrency;
    this.#environment = {
      ...process.env,
      BROKER: `amqp://guest:guest@127.0.0.1:${this.#ports.rabbit}//`,
      BACKEND: `redis://127.0.0.1:${this.#ports.redis}/0`,
      PYTHONPATH: SCRIPTS,
    };
  }

  async up() {
    rmSync(this.#home, { recursive: true, force: true });
    mkdirSync(this.#home, { recursive: true });
    const rabbit = {
      HOME: this.#home,
      RABBITMQ_NODENAME: `bench${this.#ports.rabbit}@localhost`,
      RABBITMQ_NODE_IP_ADDRESS: '127.0.0.1',
      RABBITMQ_NODE_PORT: String(this.#ports.rabbit),
      RABBITMQ_DIST_PORT: String(this.#ports.dist),
      RABBITMQ_MNESIA_BASE: `${this.#home}/mnesia`,
      RABBITMQ_LOG_BASE: `${this.#home}/log`,
      RABBITMQ_ENABLED_PLUGINS_FILE: `${this.#home}/plugins`,
      RABBITMQ_PID_FILE: `${this.#home}/rabbit.pid`,
    };
    this.#start('/usr/lib/rabbitmq/bin/rabbitmq-server', [], { ...process.env, ...rabbit });
    this.#start('redis-server', ['--port', String(this.#ports.redis), '--bind', '127.0.0.1', '--save', '', '--dir', this.#home]);
    await until('Redis answers', 30_000, () => run('redis-cli', ['-p', String(this.#ports.redis), 'ping']));
    this.#start('celery', ['-A', 'work', 'worker', '-c', String(this.concurrency), '--without-gossip', '--loglevel=error'], this.#environment, SCRIPTS);
    await until('Celery works', 90_000, () => this.#measure(1, 1));
  }

  #start(command, words, env = process.env, cwd = this.#home) {
    this.#started.push(spawn(command, words, { env, cwd, stdio: 'ignore', detached: true }));
  }

  async #measure(times, group) {
    const { stdout } = await run('/usr/bin/python3', [`${SCRIPTS}/measure.py`, String(times), String(group)], { env: this.#environment });
    return JSON.parse(stdout);
  }

  speed(times, group) {
    return this.#measure(times, group);
  }

  async down() {
    for (const started of this.#started.reverse()) {
      try {
        process.kill(-started.pid, 'SIGTERM');
      } catch {
        // it has ended already
      }
      await pause(500);
    }
  }
}
