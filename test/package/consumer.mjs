// Runs in a consumer's folder, with the consumer's React: `node consumer.mjs server`, then `node consumer.mjs page`.
// Each side is a process of its own, because libraries decide at import whether there is a page.
import { readFileSync, writeFileSync } from 'node:fs';

const side = process.argv[2];
if (side === 'page') await openPage();

const { act: actOfReact, createElement, StrictMode, version } = await import('react');
/** Looked up in the consumer's folder, where no type is known of it. @type {string} */
const packageName = 'breakout-kit';
const kit = /** @type {Record<string, import('react').ElementType>} */ (await import(packageName));

/** Props of the components that cannot do without. @type {Record<string, object>} */
const needs = {};

/** @type {string[]} */
const faults = [];
console.error = (...parts) => faults.push(`console.error: ${parts.map(String).join(' ')}`);
console.warn = (...parts) => faults.push(`console.warn: ${parts.map(String).join(' ')}`);

const components = Object.entries(kit)
  .filter(([name, value]) => /^[A-Z][a-z]/u.test(name) && isComponent(value))
  .toSorted(([a], [b]) => a.localeCompare(b));
const rendered = components.map(([name]) => name);

if (side === 'server') await onServer();
else await inPage();

/**
 * A component before the meeting is joined: all that a server knows.
 * @param {string} name
 * @param {import('react').ElementType} component
 */
function before(name, component) {
  const { BreakoutProvider = 'div' } = kit;
  const inner = name === 'BreakoutProvider' ? null : createElement(component, needs[name]);
  return createElement(StrictMode, null, createElement(BreakoutProvider, { room: null }, inner));
}

async function onServer() {
  const { renderToString } = await import('react-dom/server');
  const html = Object.fromEntries(
    components.map(([name, component]) => [name, renderToString(before(name, component))]),
  );
  if (faults.length > 0) throw new Error(faults.join('\n'));
  writeFileSync('html.json', JSON.stringify(html));
}

async function inPage() {
  const { hydrateRoot } = await import('react-dom/client');
  // React 18.2 has `act` in its test utilities only.
  const act =
    /** @type {typeof actOfReact | undefined} */ (actOfReact) ??
    /** @type {{ act: typeof actOfReact }} */ (await import('react-dom/test-utils')).act;
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const html = /** @type {Record<string, string>} */ (JSON.parse(readFileSync('html.json', 'utf8')));
  for (const [name, component] of components) {
    const container = document.createElement('div');
    container.innerHTML = html[name] ?? '';
    document.body.append(container);
    const onRecoverableError = (/** @type {unknown} */ error) => faults.push(`${name}: ${String(error)}`);
    const root = await act(() => hydrateRoot(container, before(name, component), { onRecoverableError }));
    act(() => root.unmount());
    container.remove();
  }
  if (rendered.length === 0) faults.push('The kit exports no component.');
  writeFileSync('seen.json', JSON.stringify({ version, rendered, faults }));
  process.exit(0);
}

async function openPage() {
  const { JSDOM } = /** @type {{ JSDOM: new (html: string, options: object) => { window: Window } }} */ (
    await import(process.env['BREAKOUT_KIT_JSDOM'] ?? 'jsdom')
  );
  const { window } = new JSDOM('<!doctype html>', { url: 'http://localhost/', pretendToBeVisual: true });
  for (const name of Object.getOwnPropertyNames(window)) {
    if (name in globalThis || name.startsWith('_')) continue;
    Object.defineProperty(globalThis, name, {
      configurable: true,
      get: () => /** @type {unknown} */ (Reflect.get(window, name)),
    });
  }
  Object.defineProperty(globalThis, 'navigator', { configurable: true, value: window.navigator });
}

/** @param {unknown} value */
function isComponent(value) {
  return typeof value === 'function' || (typeof value === 'object' && value !== null && '$$typeof' in value);
}
