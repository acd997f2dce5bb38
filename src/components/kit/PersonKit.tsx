'use client';

import { forwardRef, useRef, type ReactNode } from 'react';
import { useKit } from '../../hooks/kit.js';
import { useView } from '../../hooks/useView.js';
import type { State } from '../../state/types.js';
import { ModeratorMessages } from '../announcing/ModeratorMessages.js';
import { BreakoutAudio } from '../audio/BreakoutAudio.js';
import { RoomChooser } from '../choosing/RoomChooser.js';
import { InviteChip } from '../invite/InviteChip.js';
import { InviteDialog } from '../invite/InviteDialog.js';
import { JoiningPanel } from '../joining/JoiningPanel.js';
import { classNames } from '../parts/classNames.js';
import { assignRef } from '../parts/refs.js';
import { Surface, type SurfaceProps } from '../parts/Surface.js';
import { SlotsContext, type KitSlots } from '../person/slots.js';
import { useFocusKept } from '../person/useFocusKept.js';
import { ReturnBanner } from '../returning/ReturnBanner.js';
import { SoundNotice } from '../returning/SoundNotice.js';
import { WayBack } from '../returning/WayBack.js';
import { Notices } from './Notices.js';

/** Props of {@link PersonKit}. */
export interface PersonKitProps extends Omit<SurfaceProps, 'children' | 'layer'> {
  /** The application plays the sound of breakout rooms itself. Without it nobody would hear anybody.
   * @default false */
  readonly ownAudio?: boolean | undefined;
  /** The application's own small content beside people's and rooms' names. Keep it the same object at each draw. */
  readonly slots?: KitSlots | undefined;
  /** Further content under the person's screens: {@link BreakoutKit} puts the moderator's there. */
  readonly children?: ReactNode | undefined;
}

/**
 * Everything a participant needs, and nothing of the moderator's: rooms to choose, invitations, the way into a room, the banner with the
 * way back, moderators' messages, the way to the room again, the sound of the room, and notices. It is empty while there is nothing to say. When what had the focus goes
 * away by no act of the person, the focus comes here.
 *
 * Element: `div.brk.brk-kit`. Data: `at` (`main`, `joining`, `in-room`, `returning`, `away`).
 *
 * @example
 * <BreakoutProvider room={enxRoom}>
 *   <PersonKit />
 * </BreakoutProvider>
 */
export const PersonKit = forwardRef<HTMLDivElement, PersonKitProps>(function PersonKit(
  { ownAudio = false, slots = NO_SLOTS, container, className, children, ...rest },
  ref,
) {
  const kit = useKit('PersonKit');
  const root = useRef<HTMLDivElement | null>(null);
  // Drawn again whenever one of its screens may have gone, so that the focus is looked after.
  const at = useView(whereabouts).split(' ', 1)[0];
  const watch = useFocusKept(() => root.current);
  return (
    <SlotsContext.Provider value={slots}>
      <Surface
        role="group"
        aria-label={kit.messages.common.title}
        container={container ?? kit.container}
        {...rest}
        {...watch}
        ref={(element) => {
          root.current = element;
          assignRef(ref, element);
        }}
        tabIndex={-1}
        data-at={at}
        className={classNames('brk-kit', className)}
      >
        <InviteChip />
        <WayBack />
        <RoomChooser />
        <ReturnBanner />
        <ModeratorMessages />
        <SoundNotice />
        {children}
        <InviteDialog fallbackFocus={root} />
        <JoiningPanel fallbackFocus={root} />
        <Notices />
        {ownAudio ? null : <BreakoutAudio />}
      </Surface>
    </SlotsContext.Provider>
  );
});

const NO_SLOTS: KitSlots = {};

/** Everything that adds or takes a screen, as one plain value. */
const whereabouts = ({ self, round, notices, announcements }: State): string =>
  [
    self.at,
    self.role,
    round.phase,
    self.invite?.aside,
    self.offer?.aside,
    self.left?.roomId,
    self.attempt?.id,
    self.attempt?.failure?.kind,
    self.sound.failure?.kind,
    notices.at(-1)?.id,
    announcements.filter(({ dismissed }) => !dismissed).length,
  ].join(' ');
