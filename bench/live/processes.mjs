// What the operating system and the JDK tell about a process.
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';

export const run = promisify(execFile);
const TICKS = 100; // of Linux, in a second

/** Seconds of processor time that it has used. */
export function cpu(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

/** Megabytes that the operating system has given it. */
export function resident(pid) {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))[1]) / 1024;
}

/** Megabytes of Java objects that are left after a full collection. */
export async function live(pid) {
  const { stdout } = await run('jcmd', [String(pid), 'GC.class_histogram'], { maxBuffer: 64 << 20 });
  return Number(/Total\s+\d+\s+(\d+)/.exec(stdout)[1]) / 2 ** 20;
}

/** The machine and how busy it is. */
export function machine() {
  const info = /model name\s*: (.*)/.exec(readFileSync('/proc/cpuinfo', 'latin1'))?.[1] ?? 'unknown processor';
  const cores = readFileSync('/proc/cpuinfo', 'latin1').match(/^processor/gm).length;
  const memory = Math.round(Number(/MemTotal:\s+(\d+)/.exec(readFileSync('/proc/meminfo', 'latin1'))[1]) / 2 ** 20);
  return `${cores} × ${info}, ${memory} GB, Node ${process.version}`;
}

export function load() {
  const [one, five] = readFileSync('/proc/loadavg', 'latin1').split(' ');
  return `${one} (1 min), ${five} (5 min)`;
}

export const pause = time => new Promise(resolve => setTimeout(resolve, time));

/** Looks again and again, for at most `bound` ms; gives what it saw. */
export async function until(what, bound, look) {
  const deadline = Date.now() + bound;
  let failure;
  while (Date.now() < deadline) {
    try {
      const seen = await look();
      if (seen) return seen;
    } catch (problem) {
      failure = problem;
    }
    await pause(50);
  }
  throw new Error(`not within ${bound / 1000} s: ${what}`, { cause: failure });
}
