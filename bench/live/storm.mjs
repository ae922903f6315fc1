// All devices lose their client service at once and come back as soon as it lets them in.
import { RawSocket } from './raw-socket.mjs';
import { pause, until } from './processes.mjs';

const RETRY = 1_000; // ms at most between two tries of a device; the protocol allows up to 10 s, which is kinder
const PATIENCE = 180_000;

/** @returns seconds from the kill to the first device that is let in, and from then until all have their value again */
export async function storm(platform, devices) {
  let opened = 0;
  let back = 0;
  let first;
  let ended = false;
  const sockets = new Set();

  async function live(index) {
    while (!ended) {
      const connection = await once(index).catch(() => undefined);
      await connection?.ended;
      await pause(Math.random() * RETRY);
    }
  }

  /** One connection, and when it ends. */
  async function once(index) {
    let gone;
    let observing = false;
    const closed = new Promise(resolve => (gone = resolve));
    const socket = await RawSocket.open(platform.client, '/client/live', platform.headers, {
      frame(from, length, start) {
        if (!observing && start.includes('"t":"value"')) {
          observing = true;
          from.attentive = false;
          back++;
        }
      },
      closed: from => {
        sockets.delete(from);
        if (observing) back--;
        gone();
      },
    });
    first ??= performance.now();
    opened++;
    sockets.add(socket);
    socket.send(`{"t":"hello","protocol":1,"device":"storm-${index}"}\n`);
    socket.send('{"t":"observe","items":[{"s":"noop.Reading?series=load-1"}]}\n');
    return { ended: closed };
  }

  const lives = Array.from({ length: devices }, (_, index) => live(index));
  try {
    await until(`${devices} devices have their value`, PATIENCE, () => back === devices);
    const killed = performance.now();
    platform.kill('client');
    await until('all devices are cut off', PATIENCE, () => back === 0);
    first = undefined;
    opened = 0;
    const starting = platform.start('client');
    await until(`${devices} devices have their value again`, PATIENCE, () => back === devices);
    const all = performance.now();
    await starting;
    return { door: (first - killed) / 1000, back: (all - first) / 1000, opened };
  } finally {
    ended = true;
    sockets.forEach(socket => socket.close());
    await Promise.all(lives);
  }
}
