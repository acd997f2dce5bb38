'use client';

import { forwardRef } from 'react';
import { useMessages } from '../../hooks/kit.js';
import { useReturn } from '../../hooks/useReturn.js';
import type { WayBackView } from '../../state/views.js';
import { Button } from '../parts/Button.js';
import { Plate } from '../parts/Plate.js';
import { Surface, type SurfaceProps } from '../parts/Surface.js';
import { classNames } from '../parts/classNames.js';
import { useRoomWords } from '../person/roomWords.js';

/** Props of {@link WayBack}. */
export type WayBackProps = Omit<SurfaceProps, 'children' | 'layer'>;

/**
 * The way to a room again: a button for somebody in the main room who returned by themselves, lost the connection, or
 * said "Not now". It is there while that room is open and nothing newer waits for this person's word.
 *
 * Element: `div.brk.brk-pending` with one button. Data: `kind` (`returned`, `declined`); on the button: `room`.
 *
 * @example
 * <WayBack />
 */
export const WayBack = forwardRef<HTMLDivElement, WayBackProps>(function WayBack(
  { className, ...rest },
  ref,
) {
  const { wayBack } = useReturn();
  if (wayBack === null) return null;
  return (
    <Surface ref={ref} data-kind={wayBack.kind} {...rest} className={classNames('brk-pending', className)}>
      <GoBack wayBack={wayBack} />
    </Surface>
  );
});

function GoBack({ wayBack }: { readonly wayBack: WayBackView }) {
  const { person } = useMessages();
  const { goBack } = useReturn();
  const { inSentence } = useRoomWords(wayBack);
  const { kind, number } = wayBack;
  return (
    <Button onClick={() => void goBack()} data-room={number ?? undefined}>
      {number !== null && <Plate room={number} size="s" />}
      {kind === 'declined' ? person.joinAfterAll(inSentence) : person.backTo(inSentence)}
    </Button>
  );
}
