import { readFileSync } from 'node:fs';

/** Reads a setting of the run, or says which one is missing. */
export function required(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set. frontend/e2e/README.md says what each test needs.`);
  }
  return value;
}

/** The one-time password, as the platform wrote it. */
export function oneTimePassword(): string {
  return readFileSync(required('PEEK_ADMIN_PASSWORD_FILE'), 'utf8').trim();
}
