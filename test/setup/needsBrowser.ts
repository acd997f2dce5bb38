import { findBrowser, NO_BROWSER } from '../../scripts/browser.mjs';

export default function setup(): void {
  if (!findBrowser()) throw new Error(NO_BROWSER);
}
