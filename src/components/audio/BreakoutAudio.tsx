'use client';

import { forwardRef, useEffect, useId, useSyncExternalStore, type HTMLAttributes } from 'react';
import { createPortal } from 'react-dom';
import { useMessages } from '../../hooks/kit.js';
import { useBreakoutMedia } from '../../hooks/useBreakoutMedia.js';
import { useView } from '../../hooks/useView.js';
import { displayName } from '../../state/displayName.js';
import type { Talker } from '../../state/types.js';
import { classNames } from '../parts/classNames.js';
import { nameInSentence } from '../person/roomWords.js';

/** Props of {@link BreakoutAudio}. */
export interface BreakoutAudioProps extends Omit<HTMLAttributes<HTMLDivElement>, 'children'> {
  /**
   * Shows the shared screen of the room where this component stands. Otherwise only its sound is played.
   * It must not stand inside a shadow root then: the player looks its element up by id.
   * @default false
   */
  readonly showShare?: boolean | undefined;
}

/**
 * Lets people hear each other in a breakout room: plays every active talker and the shared screen by the player of the
 * SDK, for as long as this person is there. Nothing is seen of the sound. Without it nobody would hear anybody.
 *
 * Element: `div.brk-share` around the shared screen with `showShare`, else none here: the sound lies at the end of
 * the page, in `div[data-brk-sound]`, which dialogs leave alone.
 *
 * @example
 * <BreakoutAudio showShare />
 */
export const BreakoutAudio = forwardRef<HTMLDivElement, BreakoutAudioProps>(function BreakoutAudio(
  { showShare = false, className, ...rest },
  ref,
) {
  const { person } = useMessages();
  const { talkers, share } = useBreakoutMedia();
  const roomId = useView((state) => state.self.roomId) ?? '';
  const inPage = useSyncExternalStore(never, inBrowser, onServer);
  const heard = share === null || showShare ? talkers : [...talkers, share];
  const from = nameInSentence(displayName(share?.name, person.somebody));
  // Another room may use the same stream ids again: what plays there is another stream.
  return (
    <>
      {inPage &&
        heard.length > 0 &&
        createPortal(
          <div className="brk-hidden" data-brk-sound="" aria-hidden="true">
            {heard.map((talker) => (
              <Player key={`${roomId} ${talker.streamId}`} talker={talker} />
            ))}
          </div>,
          document.body,
        )}
      {share !== null && showShare && (
        <div
          ref={ref}
          role="group"
          aria-label={person.sharedScreen(from)}
          {...rest}
          className={classNames('brk-share', className)}
        >
          <Player key={`${roomId} ${share.streamId}`} talker={share} />
        </div>
      )}
    </>
  );
});

/** One stream. The player finds its element by id, and React's own ids hold colons, which some players cannot query. */
function Player({ talker: { streamId, kind } }: { readonly talker: Talker }) {
  const { play } = useBreakoutMedia();
  const elementId = `brk-${kind}-${useId().replace(/[^A-Za-z0-9-]/gu, '-')}`;
  useEffect(() => play({ streamId, elementId }), [play, streamId, elementId]);
  return <div id={elementId} data-stream={streamId} />;
}

const never = () => () => {};
const inBrowser = () => true;
const onServer = () => false;
