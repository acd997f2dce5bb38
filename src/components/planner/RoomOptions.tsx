'use client';

import { useRef } from 'react';
import { useKit } from '../../hooks/kit.js';
import { useView } from '../../hooks/useView.js';
import type { RoomView } from '../../state/views.js';
import { focusFirst } from '../dialog/focus.js';
import { Menu } from '../menu/Menu.js';
import { MenuItem, MenuRule } from '../menu/MenuItem.js';
import { roomLabel } from '../moving/labels.js';
import { useMove } from '../moving/useMove.js';
import { Icon } from '../parts/Icon.js';
import { IconButton } from '../parts/IconButton.js';
import { useShowOptions } from './options/showOptions.js';

interface RoomOptionsProps {
  readonly room: RoomView;
  readonly onRename: () => void;
}

/** What can be done with a room: rename it, give it other seats, remove it. */
export function RoomOptions({ room, onRename }: RoomOptionsProps) {
  const { session, messages } = useKit('RoomOptions');
  const { planner } = messages;
  const { tell } = useMove();
  const only = useView((state) => state.plan.rooms.length === 1);
  const button = useRef<HTMLButtonElement>(null);
  const showOptions = useShowOptions();
  // The focus goes on to the field of the name, or to the seats in the options.
  const leadsOn = useRef(false);
  const label = roomLabel(room, messages);
  const remove = () => {
    const board = button.current?.closest('.brk-rooms');
    session.actions.removeRoom({ roomKey: room.key });
    tell(planner.removed(label), { undoable: true });
    // The card is gone with everything in it.
    queueMicrotask(() => focusFirst([board?.querySelector('[data-heading] button')]));
  };
  return (
    <Menu
      trigger={
        <IconButton
          ref={button}
          className="brk-room-tool"
          icon="more"
          size="s"
          label={planner.options(label)}
          {...{ 'data-folds': '' }}
        />
      }
      onCloseAutoFocus={(event) => {
        if (leadsOn.current || !button.current?.isConnected) event.preventDefault();
        leadsOn.current = false;
      }}
    >
      <MenuItem
        icon={<Icon name="edit" />}
        onSelect={() => {
          leadsOn.current = true;
          onRename();
        }}
      >
        {planner.rename}
      </MenuItem>
      <MenuItem
        icon={<Icon name="people" />}
        onSelect={() => {
          leadsOn.current = true;
          showOptions({ at: 'seats', roomKey: room.key });
        }}
      >
        {messages.options.seatsInRoom}
      </MenuItem>
      <MenuRule />
      <MenuItem
        icon={<Icon name="minus" />}
        unavailable={only ? planner.onlyRoom : undefined}
        onSelect={remove}
      >
        {planner.removeRoom}
      </MenuItem>
    </Menu>
  );
}
