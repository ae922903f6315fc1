// Actions of many devices, each of which sends the next when the one before is answered; and whether each took effect once.
import { until } from './processes.mjs';

/** @returns { perSecond, p50, p99, cpu } */
export async function actions(platform, { devices, seconds }) {
  const writers = Array.from({ length: devices }, () => platform.device());
  const asker = platform.device();
  try {
    await until('devices are connected', 60_000, () => [...writers, asker].every(device => device.connected));
    await Promise.all(writers.map(writer => work(writer, 2))); // warms up
    const before = await count(asker);
    const cpu = platform.cpu('server');
    const began = performance.now();
    const done = (await Promise.all(writers.map(writer => work(writer, seconds)))).flat();
    const passed = (performance.now() - began) / 1000;
    const used = (platform.cpu('server') - cpu) / passed;
    const rows = (await count(asker)) - before;
    const ids = new Set(done.map(one => one.id));
    if (ids.size !== done.length || rows !== done.length)
      throw new Error(`${done.length} actions took effect, in ${ids.size} different rows of ${rows}`);
    const times = done.map(one => one.time).sort((a, b) => a - b);
    const at = part => times[Math.floor(times.length * part)];
    return { perSecond: done.length / passed, p50: at(0.5), p99: at(0.99), cpu: used };
  } finally {
    [...writers, asker].forEach(device => device.close());
  }
}

async function work(writer, seconds) {
  const done = [];
  for (const end = performance.now() + seconds * 1000; performance.now() < end; ) {
    const began = performance.now();
    const answer = await writer.act('noop.AddNote', { text: `note ${began}` });
    if (!answer.done) throw new Error(`refused: ${answer.header.message}`);
    done.push({ id: answer.body.id, time: performance.now() - began });
  }
  return done;
}

/** Notes in the database. */
export async function count(asker) {
  const answer = await until('notes are counted', 60_000, () => asker.ask('noop.CountNotes', {}, 20_000));
  return answer.count;
}
