import './quietConsole.js';

// A payload from a stranger must never reach the prototype of everything: adding to it throws in every test.
Object.preventExtensions(Object.prototype);

// Tests of the pure rooms run without a page.
if (typeof document !== 'undefined') {
  await import('./page.js');
  const { configure } = await import('@testing-library/react');
  // Code that is fetched when it is asked for takes its time where two cores are busy.
  configure({ asyncUtilTimeout: 10_000 });
  // React tells of a change that a test caused outside `act`: what is asserted then may not be on the screen yet.
  // In Chromium the tests wait for what they expect instead, as a person does.
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
}
