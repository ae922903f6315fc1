// The page around one plugin's page on the client service: signs in, then gives it the place and the live data.
import { type ConnectionStatus, type Live, type LiveUser, SignInError, createLive } from '@peek/platform/live';
import { forgetPages, keepPage } from './offline';
import { texts } from './texts';

/** What a plugin's `client/page.js` exports. */
interface PageModule {
  /** Builds the page inside `root`; called once. */
  default(root: HTMLElement, live: Live): void;
}

const { base = '', page = '' } = document.body.dataset;
const live = createLive({ base });
const form = part('sign-in') as HTMLFormElement;
const problem = part('sign-in-problem');
const root = part('page');
let shownTo: string | undefined;

function part(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) {
    throw new Error(`The page has no #${id}.`);
  }
  return found;
}

function follow({ state, user }: ConnectionStatus): void {
  const signedOut = state === 'signed-out';
  if (signedOut && form.hidden) {
    form.hidden = false;
    (form.elements.namedItem('name') as HTMLInputElement).focus();
  }
  form.hidden = !signedOut;
  part('account').hidden = !user;
  part('user').textContent = user?.name ?? '';
  if (user && user.name !== shownTo) {
    void open(user);
  }
}

/** What one user saw is not for the next: a page that belongs to somebody else is loaded anew. */
async function open(user: LiveUser): Promise<void> {
  if (shownTo !== undefined) {
    location.reload();
    return;
  }
  shownTo = user.name;
  try {
    const module = (await import(page)) as PageModule;
    root.replaceChildren();
    module.default(root, live);
    await keep();
  } catch (failed) {
    shownTo = undefined;
    root.textContent = `${texts.notLoaded} ${failed instanceof Error ? failed.message : String(failed)}`;
  }
}

/** A page that cannot be kept is a page all the same. */
async function keep(): Promise<void> {
  try {
    await keepPage(base);
  } catch (failed) {
    console.warn(`This page will not open without a network. ${String(failed)}`);
  }
}

async function signIn(): Promise<void> {
  const entered = new FormData(form);
  problem.textContent = '';
  try {
    await live.signIn(String(entered.get('name')), String(entered.get('password')));
    form.reset();
  } catch (failed) {
    problem.textContent = failed instanceof SignInError ? texts[failed.failure] : String(failed);
  }
}

async function signOut(): Promise<void> {
  try {
    await live.signOut();
    await forgetPages();
    location.reload();
  } catch {
    problem.textContent = texts.away;
  }
}

form.addEventListener('submit', event => {
  event.preventDefault();
  void signIn();
});
part('sign-out').addEventListener('click', () => void signOut());
live.connection$.subscribe(follow);
