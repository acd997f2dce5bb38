/** What this kit does by itself when something happens. Everything else waits for a person. */
import type { Happening } from '../state/events.js';
import { meetRoom } from '../state/rooms.js';
import { isLive } from '../state/view/rooms.js';
import type { State } from '../state/types.js';
import type { Core } from './core.js';
import type { Journey } from './journey.js';
import type { Kits } from './kits.js';
import type { Moderating } from './moderating.js';

/** Answers each event after it was taken in. */
export function createReactions(
  { state, dispatch, clock }: Core,
  {
    journey,
    kits,
    moderating,
  }: { readonly journey: Journey; readonly kits: Kits; readonly moderating: Moderating },
): (event: Happening, before: State) => void {
  /** A moderator's order to move falls due. */
  const move = () => {
    const { invite } = state().self;
    if (invite?.movesAt == null || invite.movesAt > clock.now()) return;
    void journey.join({ roomId: invite.roomId, roomKey: invite.roomKey, role: 'participant' });
  };
  /** The rooms are over: each kit brings its own person back, whatever the moderators' kits do. */
  const recall = () => {
    const { recallAt, at } = state().self;
    if (recallAt === null || recallAt > clock.now()) return;
    if (at === 'in-room' || at === 'joining' || at === 'away') void journey.goHome('recall');
  };

  return (event, before) => {
    switch (event.type) {
      case 'roster.read':
      case 'capabilities.known':
        if (
          state().self.clientId !== null &&
          (before.self.clientId !== state().self.clientId || !before.capabilities.wire)
        )
          kits.greet();
        journey.readMic();
        return;
      case 'role.changed':
        if (before.self.role !== state().self.role) kits.greet();
        return;
      case 'person.joined':
        // Whoever comes late learns what is going on from the moderator who leads.
        if (kits.isLeading() && isLive(state())) kits.tellRooms([event.person.clientId]);
        if (event.person.role === 'moderator' && state().self.role !== 'moderator') kits.greet();
        return;
      case 'message.received':
        kits.hear(event.from, event.body);
        return;
      case 'pull.started': {
        const [, roomKey] = meetRoom(state(), event.roomId);
        journey.pulled(event.roomId, roomKey);
        return;
      }
      case 'pull.connected':
        journey.pullConnected(event.roomId);
        return;
      case 'pull.failed':
        journey.pullFailed(event.failure);
        return;
      case 'visit.ended':
        if (state().self.at === 'in-room' && state().self.roomId === event.roomId) {
          if (event.reason !== 'left')
            dispatch({
              type: 'notice.given',
              subject: 'ended',
              text: event.reason === 'by-moderator' ? 'rooms-ended' : 'room-gone',
              ...(state().self.roomKey === null ? {} : { roomKey: state().self.roomKey ?? '' }),
            });
          void journey.goHome(event.reason === 'dropped' ? 'dropped' : 'room-ended');
        }
        return;
      case 'clock.passed':
        if (before.round.phase === 'closing' && state().round.phase === 'closed' && kits.isLeading())
          void moderating.close();
        move();
        recall();
        return;
      case 'told.recall':
      case 'told.call-back':
        recall();
        return;
      case 'told.move':
        move();
        return;
      default:
    }
  };
}
