/** The browser's own guard of addresses of scripts; where it is missing, none is asked for. */
interface ScriptUrls {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

const CACHES = 'peek-page-';
/** Loaded by a script, not as a part of the page. */
const BY_SCRIPT = ['fetch', 'xmlhttprequest', 'eventsource', 'beacon'];

/** Lets the browser show this page, and what it is made of now, also without a network. Browsers do that for pages over HTTPS or of this machine only. */
export async function keepPage(base: string): Promise<void> {
  if (!('serviceWorker' in navigator)) {
    return;
  }
  await navigator.serviceWorker.register(workerUrl(base), { scope: `${base}/page/` });
  const { active } = await navigator.serviceWorker.ready;
  const parts = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  const files = parts.filter(({ initiatorType }) => !BY_SCRIPT.includes(initiatorType)).map(({ name }) => name);
  active?.postMessage({ keep: [location.origin + location.pathname, ...files] });
}

/** Forgets the pages that were kept: who signs out leaves no plugin's page behind. */
export async function forgetPages(): Promise<void> {
  if ('caches' in window) {
    const names = await caches.keys();
    await Promise.all(names.filter(name => name.startsWith(CACHES)).map(name => caches.delete(name)));
  }
}

function workerUrl(base: string): string {
  const url = `${base}/page-worker.js`;
  const { trustedTypes } = globalThis as { trustedTypes?: ScriptUrls };
  const rules = {
    createScriptURL: (asked: string) => {
      if (asked !== url) {
        throw new TypeError(`No worker of this page: ${asked}`);
      }
      return asked;
    },
  };
  return trustedTypes ? trustedTypes.createPolicy('peek#page-worker', rules).createScriptURL(url) : url;
}
