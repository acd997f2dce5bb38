'use client';

import { forwardRef, useRef } from 'react';
import { useMessages } from '../../hooks/kit.js';
import { useReturn } from '../../hooks/useReturn.js';
import { useView } from '../../hooks/useView.js';
import { timeView } from '../../state/view/live.js';
import type { StayView } from '../../state/views.js';
import { Plate, roomHue } from '../parts/Plate.js';
import { Surface, type SurfaceProps } from '../parts/Surface.js';
import { RoomSlot } from '../person/slots.js';
import { useFocusKept } from '../person/useFocusKept.js';
import { useRoomWords } from '../person/roomWords.js';
import { BannerSpoken } from './BannerSpoken.js';
import { BannerTime } from './BannerTime.js';
import { BannerWords } from './BannerWords.js';
import { HelpButton } from './HelpButton.js';
import { MainSoundControl } from './MainSoundControl.js';
import { MoreTimeButton } from './MoreTimeButton.js';
import { ReturnButton } from './ReturnButton.js';
import { SoundRemedy } from './SoundRemedy.js';
import { useStaySpoken } from './useStaySpoken.js';

/** Props of {@link ReturnBanner}. */
export type ReturnBannerProps = Omit<SurfaceProps, 'children' | 'layer'>;

/**
 * Where somebody is while they are not in the main room: which room, how many are there, the time left, their
 * microphone, the main room's sound, a moderator's help, and the way back, which is always on screen. In the last minute,
 * and while the rooms close, more time can be asked for. It counts down when the rooms close or the connection is
 * lost. What the service cannot carry (help, time) is not there. In the main room there is nothing.
 *
 * Element: `div.brk` around `section.brk-banner`. Data on the section: `state` (`in-room`, `closing`, `returning`,
 * `reconnecting`), `room`.
 *
 * @example
 * <ReturnBanner />
 */
export const ReturnBanner = forwardRef<HTMLDivElement, ReturnBannerProps>(function ReturnBanner(props, ref) {
  const { stay } = useReturn();
  useStaySpoken(stay);
  return stay === null ? null : (
    <Surface {...props} ref={ref}>
      <Banner stay={stay} />
    </Surface>
  );
});

function Banner({ stay }: { readonly stay: StayView }) {
  const { person } = useMessages();
  const room = useRoomWords(stay);
  const wayBack = useRef<HTMLButtonElement>(null);
  const watch = useFocusKept(() => wayBack.current);
  const settled = stay.state === 'in-room';
  const canAskForTime = useView((state) => timeView(state).canAsk);
  return (
    <section
      className="brk-banner"
      aria-label={room.title}
      data-room={roomHue(stay.number ?? 'main')}
      data-state={stay.state === 'away' ? 'reconnecting' : stay.state}
      {...watch}
    >
      <div className="brk-banner-id">
        {stay.number !== null && <Plate room={stay.number} size="l" />}
        <BannerWords stay={stay} room={room} />
        <RoomSlot roomKey={stay.roomKey} />
      </div>
      <div className="brk-banner-acts">
        {settled && <MainSoundControl />}
        {settled && <HelpButton />}
        {stay.state === 'closing' && !stay.calledBack && canAskForTime && <MoreTimeButton icon="clock" />}
        <ReturnButton ref={wayBack} returning={stay.state === 'returning'} />
      </div>
      {stay.soundFailed && <SoundRemedy sentence={person.soundNotChanged} />}
      <BannerTime stay={stay} />
      <BannerSpoken stay={stay} />
    </section>
  );
}
