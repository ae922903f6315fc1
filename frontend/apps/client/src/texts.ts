/** What the page says by itself; the rest is in the page that the server writes. */
export const texts = {
  wrong: 'Name or password is wrong.',
  'too-many': 'Too many tries. Wait a moment.',
  away: 'The service cannot be reached now.',
  notLoaded: 'This page could not be loaded. Is the plugin running?',
} as const;
