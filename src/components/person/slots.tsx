'use client';

import { createContext, useContext, type ReactNode } from 'react';
import type { PersonKey, RoomKey } from '../../state/types.js';

/** What an application adds to people and rooms: a few words or one small mark each. */
export interface KitSlots {
  /** Beside somebody's name. Called for each row that is drawn: keep it cheap, and the same function at each draw. */
  readonly person?: ((about: PersonSlotProps) => ReactNode) | undefined;
  /** Beside a room's name: in the banner, in the invitation, and on the moderator's cards. */
  readonly room?: ((about: RoomSlotProps) => ReactNode) | undefined;
}

/** Whom extra content is about. */
export interface PersonSlotProps {
  readonly personKey: PersonKey;
}

/** Which room extra content is about. */
export interface RoomSlotProps {
  readonly roomKey: RoomKey;
}

/** Filled by `PersonKit` and `BreakoutKit`. */
export const SlotsContext = createContext<KitSlots>({});

/**
 * The application's own content about somebody; nothing where it gave none. For rows of your own inside a kit.
 *
 * Element: `span.brk-slot`. Data: `slot` (`person`).
 *
 * @example
 * <PersonSlot personKey={person.key} />
 */
export function PersonSlot({ personKey }: PersonSlotProps) {
  const { person } = useContext(SlotsContext);
  const content = person?.({ personKey }) ?? null;
  return content === null ? null : (
    <span className="brk-slot" data-slot="person">
      {content}
    </span>
  );
}

/**
 * The application's own content about a room; nothing where it gave none.
 *
 * Element: `span.brk-slot`. Data: `slot` (`room`).
 *
 * @example
 * <RoomSlot roomKey={room.key} />
 */
export function RoomSlot({ roomKey }: RoomSlotProps) {
  const { room } = useContext(SlotsContext);
  const content = room?.({ roomKey }) ?? null;
  return content === null ? null : (
    <span className="brk-slot" data-slot="room">
      {content}
    </span>
  );
}
