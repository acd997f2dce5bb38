import './quietConsole.js';

// A payload from a stranger must never reach the prototype of everything: adding to it throws in every test.
Object.preventExtensions(Object.prototype);

// Tests of the pure rooms run without a page.
if (typeof document !== 'undefined') await import('./page.js');
