'use client';

import { useRef } from 'react';
import { useKit } from '../../hooks/kit.js';
import { useView, useViewOf } from '../../hooks/useView.js';
import { whyNotAnnounce, whyNotInvite, whyNotManage, whyNotVisit } from '../../state/rules.js';
import type { PersonKey, RoomKey, State } from '../../state/types.js';
import { plannedFor, roomMissing, roomPeople } from '../../state/view/rooms.js';
import type { RoomView } from '../../state/views.js';
import { Menu } from '../menu/Menu.js';
import { MenuItem, MenuRule } from '../menu/MenuItem.js';
import { useMove } from '../moving/useMove.js';
import { Icon } from '../parts/Icon.js';
import { IconButton } from '../parts/IconButton.js';
import { useCompose } from './compose.js';
import { useRoomClosing } from './roomClosing.js';

interface DeskRoomMenuProps {
  readonly room: RoomView;
  readonly label: string;
  /** People to be asked once more. */
  readonly again: readonly PersonKey[];
  readonly onRename: () => void;
}

/** How many would come back, and whether there is anybody it is about. */
const counted = (state: State, room: RoomKey) => ({
  back: roomPeople(state, room).length,
  about: roomMissing(state, room).length + plannedFor(state, room).length,
});
const canTell = (state: State) => state.capabilities.wire;

/** What can be done with an open room. What this meeting cannot do is not there; what somebody else has to do says so. */
export function DeskRoomMenu({ room, label, again, onRename }: DeskRoomMenuProps) {
  const { session, messages } = useKit('DeskRoomMenu');
  const { planner, desk, reasons } = messages;
  const { tell } = useMove();
  const { begin } = useCompose();
  const { close } = useRoomClosing();
  const here = useView(({ self }) => self.at === 'in-room' && self.roomKey === room.key);
  const notVisit = useViewOf(whyNotVisit, room.key);
  const notManage = useView(whyNotManage);
  const notInvite = useView((state) => whyNotInvite(state, again));
  const notAnnounce = useView(whyNotAnnounce);
  const tells = useView(canTell);
  const closing = useView(({ round }) => round.phase === 'closing');
  const { back, about } = useViewOf(counted, room.key);
  // The focus goes on to a field.
  const leadsOn = useRef(false);
  const words = (reason: { readonly why: keyof typeof reasons } | null) =>
    reason === null ? undefined : reasons[reason.why];
  return (
    <Menu
      trigger={
        <IconButton
          className="brk-room-tool"
          icon="more"
          size="s"
          label={planner.options(label)}
          {...{ 'data-folds': '' }}
        />
      }
      onCloseAutoFocus={(event) => {
        if (leadsOn.current) event.preventDefault();
        leadsOn.current = false;
      }}
    >
      {!here && (
        <MenuItem
          icon={<Icon name="go" />}
          unavailable={words(notVisit)}
          onSelect={() => void session.actions.visitRoom({ roomKey: room.key })}
        >
          {desk.visit}
        </MenuItem>
      )}
      {tells && (
        <MenuItem
          icon={<Icon name="horn" />}
          unavailable={words(notAnnounce)}
          onSelect={() => {
            leadsOn.current = true;
            begin(room.key);
          }}
        >
          {desk.messageRoom}
        </MenuItem>
      )}
      {again.length > 0 && (
        <MenuItem
          icon={<Icon name="again" />}
          unavailable={words(notInvite)}
          onSelect={() => {
            void session.actions.inviteAgain({ people: again });
            tell(desk.invited(again.length));
          }}
        >
          {desk.inviteAgain(again.length)}
        </MenuItem>
      )}
      <MenuRule />
      <MenuItem
        icon={<Icon name="edit" />}
        unavailable={words(notManage)}
        onSelect={() => {
          leadsOn.current = true;
          onRename();
        }}
      >
        {planner.rename}
      </MenuItem>
      {tells && !closing && (
        <MenuItem
          icon={<Icon name="back" />}
          tail={back > 0 ? desk.closeRoomBack(back) : undefined}
          unavailable={words(notManage) ?? (about + back === 0 ? desk.nobodyInIt : undefined)}
          onSelect={() => close(room.key)}
        >
          {desk.closeRoom}
        </MenuItem>
      )}
    </Menu>
  );
}
