// One change, many observers: how many values a second arrive, and how late. All servers are asked for the same, one right
// after the other at each step, so that a busy machine is busy for all of them.
import { Crowd } from './crowd.mjs';
import { pause } from './processes.mjs';

const BYTES = 900; // of padding: about 1 KB with what is around it
const SETTLE = 1_000;
const RISES = 1.1;

/** @returns for each kind { name, delivered, changes, cpu, p50, p99, closed } */
export async function fanOut(kinds, { observers, selectors, paced, seconds }) {
  const crowds = kinds.map(kind => new Crowd(kind));
  try {
    const lines = [];
    for (const crowd of crowds) {
      await crowd.grow(observers, selectors);
      lines.push({ crowd, name: crowd.kind.name, delivered: 0, rises: true });
      await round(crowd, selectors, paced, seconds); // warms up
    }
    for (const line of lines) {
      const { p50, p99 } = await round(line.crowd, selectors, paced, 2 * seconds);
      Object.assign(line, { p50, p99 });
    }
    await saturate(lines, observers / selectors, selectors, seconds);
    return lines.map(({ crowd, rises, ...measured }) => ({ ...measured, closed: crowd.closed }));
  } finally {
    crowds.forEach(crowd => crowd.close());
  }
}

/** Twice as many changes a second, again and again, for each until that brings nothing more. */
async function saturate(lines, reach, selectors, seconds) {
  for (let changes = Math.max(10, Math.ceil(10_000 / reach)); lines.some(line => line.rises); changes *= 2) {
    for (const line of lines.filter(one => one.rises)) {
      const { delivered, cpu } = await round(line.crowd, selectors, changes, seconds);
      line.rises = delivered > line.delivered * RISES;
      if (delivered > line.delivered) Object.assign(line, { delivered, cpu, changes });
    }
  }
}

async function round(crowd, selectors, changesPerSecond, seconds) {
  const { kind } = crowd;
  await kind.load({ selectors, changesPerSecond, seconds: seconds + 2 * (SETTLE / 1000), bytes: BYTES });
  await pause(SETTLE);
  crowd.reset();
  const cpu = await kind.cpu();
  const began = performance.now();
  await pause(seconds * 1000);
  const passed = (performance.now() - began) / 1000;
  const result = {
    delivered: crowd.delivered / passed,
    p50: crowd.delay(50),
    p99: crowd.delay(99),
    cpu: ((await kind.cpu()) - cpu) / passed,
  };
  await quiet(crowd);
  return result;
}

/** Until what is still under way has come. */
async function quiet(crowd) {
  for (let before = -1; before !== crowd.delivered; ) {
    before = crowd.delivered;
    await pause(SETTLE);
  }
}
