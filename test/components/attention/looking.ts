import { act } from '@testing-library/react';
import { onTestFinished } from 'vitest';

/** Somebody turns to another tab, or to another window, and back. */
export function turn(to: 'away' | 'other-window' | 'back'): void {
  Object.defineProperty(document, 'visibilityState', {
    configurable: true,
    value: to === 'away' ? 'hidden' : 'visible',
  });
  Object.defineProperty(document, 'hasFocus', { configurable: true, value: () => to === 'back' });
  onTestFinished(() => {
    Reflect.deleteProperty(document, 'visibilityState');
    Reflect.deleteProperty(document, 'hasFocus');
  });
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
}
