import { useState, type ReactNode } from 'react';
import { BreakoutProvider } from '../../src/hooks/BreakoutProvider.js';
import type { Moment } from '../scenes/person.js';

interface StageProps {
  readonly moment: Moment;
  /** Width in pixels: those of the sheets are 400, 1000 and 320. */
  readonly width: number;
  /** Height in pixels where dialogs lie over a meeting; otherwise as high as its content. */
  readonly height?: number;
  readonly children: ReactNode;
}

/** Time that passes in a scene for each press: the clock stands still otherwise. */
const PRESS_MS = 1500;

/** One person's screen: the provider over a moment, and a box that dialogs stay inside of. */
export function Stage({ moment, width, height, children }: StageProps) {
  const [box, setBox] = useState<HTMLDivElement | null>(null);
  return (
    // Not a control: it lets time pass when a control in it was pressed.
    <div
      ref={setBox}
      onClick={() => void moment.scene.pass(PRESS_MS)}
      style={{
        position: 'relative',
        // What is fixed to the page is fixed to this box.
        contain: height === undefined ? undefined : 'layout',
        inlineSize: width,
        maxInlineSize: '100%',
        blockSize: height,
        overflow: height === undefined ? undefined : 'hidden',
        borderRadius: height === undefined ? undefined : 16,
        background: height === undefined ? undefined : 'light-dark(#d9d5cb, #0b0a09)',
      }}
    >
      {box !== null && (
        <BreakoutProvider session={moment.me} container={box}>
          {children}
        </BreakoutProvider>
      )}
    </div>
  );
}
