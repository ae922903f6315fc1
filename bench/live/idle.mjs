// What a connection costs that observes one selector and hears nothing.
import { Crowd } from './crowd.mjs';
import { pause } from './processes.mjs';

const SETTLE = 3_000;

/** @returns { opened, heap, rss } : seconds until all observe, and KB for each connection */
export async function idle(kind, connections) {
  const crowd = new Crowd(kind);
  try {
    await crowd.grow(50, 1); // what the first few bring along once for all
    await pause(SETTLE);
    const before = await kind.state();
    const began = performance.now();
    await crowd.grow(connections, 1);
    const opened = (performance.now() - began) / 1000;
    await pause(SETTLE);
    const after = await kind.state();
    const each = name => ((after[name] - before[name]) * 1024) / connections;
    return { name: kind.name, opened, heap: each('heap'), rss: each('rss'), closed: crowd.closed };
  } finally {
    crowd.close();
  }
}
