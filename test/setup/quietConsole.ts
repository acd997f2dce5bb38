/**
 * A test that makes the console warn has found something, unless it says so: React's warnings about keys, updates
 * outside `act` and hydration come this way, and so do the kit's own to a programmer.
 */
import { afterEach, beforeEach } from 'vitest';

const told: string[] = [];
const own = { error: console.error, warn: console.warn };

/** What was told on the console so far in this test, taken as expected. A test asserts on what it gets. */
export function takeConsole(): readonly string[] {
  return told.splice(0);
}

beforeEach(() => {
  told.length = 0;
  console.error = keep;
  console.warn = keep;
});

afterEach(() => {
  Object.assign(console, own);
  const left = takeConsole();
  if (left.length > 0) throw new Error(`The console was told, unexpectedly:\n${left.join('\n')}`);
});

function keep(...parts: readonly unknown[]): void {
  const [first = '', ...rest] = parts.map(inWords);
  // React hands its words over with places for the names.
  const filled = first.replaceAll('%s', (place) => rest.shift() ?? place);
  told.push([filled, ...rest].join(' '));
}

function inWords(part: unknown): string {
  if (part instanceof Error) return part.stack ?? part.message;
  return typeof part === 'string' ? part : String(part);
}
