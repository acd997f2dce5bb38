'use client';

import { forwardRef, type HTMLAttributes } from 'react';
import { useMessages } from '../../hooks/kit.js';
import { useParentSound } from '../../hooks/useParentSound.js';
import { Button } from '../parts/Button.js';
import { classNames } from '../parts/classNames.js';
import { Warning } from '../parts/Warning.js';
import { useBusy } from '../person/useBusy.js';

/** Props of {@link SoundRemedy}. */
export interface SoundRemedyProps extends Omit<HTMLAttributes<HTMLElement>, 'children'> {
  /** What is wrong with the sound, as a sentence. */
  readonly sentence: string;
}

/** That the main room's sound is not as it should be, beside the button that mends it. It stays until it is mended. */
export const SoundRemedy = forwardRef<HTMLElement, SoundRemedyProps>(function SoundRemedy(
  { sentence, className, ...rest },
  ref,
) {
  const { person } = useMessages();
  const { restore } = useParentSound();
  const { busy, run } = useBusy();
  return (
    <Warning
      ref={ref}
      as="div"
      {...rest}
      className={classNames('brk-sound-remedy', className)}
      remedy={
        <Button kind="link" aria-disabled={busy !== null} onClick={() => run('restore', restore)}>
          {person.restoreSound}
        </Button>
      }
    >
      {sentence}
    </Warning>
  );
});
