// Measures tasks and writes its tables; see bench/run --help.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Platform } from '../live/platform.mjs';
import { load, machine, until } from '../live/processes.mjs';
import { Table } from '../live/table.mjs';
import { Celery } from './celery.mjs';

const BEGIN = '<!-- measured: written by bench/run --tasks -->';
const END = '<!-- /measured: tasks -->';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    celery: { type: 'boolean' },
    offset: { type: 'string', default: '7000' },
    home: { type: 'string', default: `${root}/.run/bench-tasks` },
    results: { type: 'string' },
    postgres: { type: 'string' },
    threads: { type: 'string', default: '2' },
  },
});
const size = options.quick ? { rounds: 2, times: 1_000, singles: 50 } : { rounds: 5, times: 4_000, singles: 300 };
const GROUP = 100;
const UNDER_WAY = 400;
const results = options.results ?? (options.quick ? undefined : `${root}/bench/README.md`);
const threads = Number(options.threads);

const platform = new Platform(root, options.home, Number(options.offset));
const celery = new Celery(`${options.home}-celery`, Number(options.offset), threads);

/** Noop's own measurement, by its REST resource, in the session of an administrator. */
class Peek {
  name = 'Peek';

  async ready() {
    const response = await fetch(`${platform.server}/api/v1/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: platform.server },
      body: JSON.stringify({ name: 'admin', password: platform.password }),
    });
    const cookie = response.headers.get('set-cookie').split(';')[0];
    const { csrf } = await response.json();
    this.headers = { 'Content-Type': 'application/json', Origin: platform.server, Cookie: cookie, 'X-Peek-Csrf': csrf };
    await until('the worker works', 60_000, () => this.speed(10, 1));
  }

  async speed(times, group) {
    const underWay = group === 1 ? 1 : UNDER_WAY;
    const response = await fetch(`${platform.server}/server/noop/work/speed`, {
      method: 'POST',
      headers: this.headers,
      body: JSON.stringify({ times, callers: 1, group, underWay }),
    });
    if (response.status !== 200) throw new Error(`noop answered ${response.status}: ${await response.text()}`);
    return response.json();
  }
}

async function main() {
  const began = new Date();
  const before = load();
  const peek = new Peek();
  const kinds = options.celery ? [peek, celery] : [peek];
  try {
    say('setting up');
    await platform.up();
    platform.properties('worker', { 'peek.worker.threads': threads });
    await platform.stop('worker');
    await platform.start('worker');
    if (options.postgres) await platform.onPostgres(options.postgres, process.env.PGUSER, process.env.PGPASSWORD);
    if (options.celery) await celery.up();
    await peek.ready();
    const table = await measure(kinds);
    console.log(String(table));
    const head =
      `Measured on ${began.toISOString().slice(0, 10)} on ${machine()}. Load average before: ${before}; after: ${load()}. ` +
      `Peek is four WildFlys on ${options.postgres ? 'PostgreSQL' : 'H2'}, its worker performs ${threads} tasks at once` +
      (options.celery ? `; Celery has ${threads} processes, its defaults, RabbitMQ and Redis without persistence.` : '.');
    console.log(head);
    if (results) write(results, `${head}\n\n${table}`);
  } finally {
    await celery.down();
    await platform.down();
  }
}

/** Rounds of both sides in turn; the first warms up and does not count. */
async function measure(kinds) {
  const lines = kinds.map(kind => ({ kind, rates: [], p50: [], p99: [] }));
  for (let round = 0; round <= size.rounds; round++) {
    for (const line of lines) {
      say(`${line.kind.name}, round ${round}`);
      const { perSecond } = await line.kind.speed(size.times, GROUP);
      const { p50, p99 } = await line.kind.speed(size.singles, 1);
      if (round > 0) {
        line.rates.push(perSecond);
        line.p50.push(p50);
        line.p99.push(p99);
      }
    }
  }
  const table = new Table('Tasks that do nothing, with their result', 'server', 'tasks/s, median', 'worst', 'best', 'one alone, p50 ms', 'p99 ms');
  for (const { kind, rates, p50, p99 } of lines) {
    table.row(kind.name, median(rates), Math.min(...rates), Math.max(...rates), median(p50).toFixed(1), median(p99).toFixed(1));
  }
  if (lines.length === 2) {
    table.note(`Peek compared with Celery: ${(median(lines[0].rates) / median(lines[1].rates)).toFixed(2)} ×.`);
  }
  return table;
}

const median = values => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const say = what => console.log(`${new Date().toISOString()} ${what}`);

function write(file, measured) {
  const old = readFileSync(file, 'utf8');
  const from = old.indexOf(BEGIN) + BEGIN.length;
  writeFileSync(file, `${old.slice(0, from)}\n${measured}${old.slice(old.indexOf(END))}`);
}

main().then(
  () => process.exit(0),
  problem => {
    console.error(problem);
    process.exit(1);
  },
);
