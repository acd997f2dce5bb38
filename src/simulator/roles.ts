/** Roles in the main room, and how the builds tell of a change. */
import { userOf, type Network, type Seat } from './network.js';
import type { RosterRole } from './people.js';
import type { RosterEntry } from './roomShape.js';
import type { Sdk } from './sdk.js';

/** What the server says of a change: the old form of two ids, or the list of the newest builds. */
interface RoleNews {
  readonly changes: readonly {
    readonly clientId: string;
    readonly role: { readonly new: RosterRole; readonly old: RosterRole };
  }[];
}

/**
 * Gives somebody a role, at the server.
 *
 * @param by - Who asked. In builds that swap, the caller becomes a participant when somebody else becomes moderator.
 */
export function switchRole(network: Network, seat: Seat, role: RosterRole, by?: Seat): void {
  const changes: { clientId: string; role: { new: RosterRole; old: RosterRole } }[] = [];
  const change = (target: Seat, to: RosterRole) => {
    if (target.role === to) return;
    changes.push({ clientId: target.clientId, role: { new: to, old: target.role } });
    target.role = to;
    target.person.role = to;
  };
  change(seat, role);
  if (by && by !== seat && role === 'moderator' && network.profile.roleChange === 'swap')
    change(by, 'participant');
  if (changes.length > 0) network.tellRoom(network.main, 'user-role-changed', { changes });
}

/** Lets a main room object follow changes of roles and of the room's mode. */
export function followRoles(sdk: Sdk): void {
  const { room, handlers, engine, emit } = sdk;
  handlers.set('user-role-changed', (payload) => {
    const { changes } = payload as RoleNews;
    for (const { clientId, role } of changes) {
      const entry = room.userList.get(clientId);
      if (entry) room.userList.set(clientId, { ...entry, role: role.new } satisfies RosterEntry);
      if (clientId === room.clientId && room.me) room.me = { ...room.me, role: role.new };
    }
    if (engine.profile.roleChange === 'list') {
      const users = sdk.seat ? [...sdk.seat.room.seats.values()].map(userOf) : [];
      emit('user-role-changed', {
        message: {
          clientsInfo: changes.map((change) => ({
            ...change,
            user: users.find((user) => user.clientId === change.clientId),
          })),
        },
      });
      return;
    }
    emit('user-role-changed', {
      message: {
        moderator: {
          new: changes.find((change) => change.role.new === 'moderator')?.clientId,
          old: changes.find((change) => change.role.old === 'moderator')?.clientId,
        },
      },
    });
  });
  handlers.set('room-mode-switched', (payload) => {
    const { mode } = payload as { readonly mode: 'group' | 'lecture' };
    room.mode = mode;
    if (room.roomSettings) room.roomSettings = { ...room.roomSettings, mode };
    emit('room-mode-switched', { message: payload });
  });
}
