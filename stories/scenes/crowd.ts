/** Scenes with many people: more than EnableX seats, over a service with larger limits. */
import { createManualClock } from '../../src/clock.js';
import { connectRoom } from '../../src/room/connectRoom.js';
import type { RoomPort } from '../../src/room/roomPort.js';
import type { RoomEvent } from '../../src/state/events.js';
import { createBreakoutSession } from '../../src/session/session.js';
import type { Limits } from '../../src/state/types.js';
import { people, type StoryPerson } from './people.js';
import { createScene, type Scene } from './scene.js';

const FIRST =
  'Ada Ida Pia Yan Dara Lea Tia Bea Zoe Emil Max Uma Fay Vik Ben Jun Rex Sam Ali Nia Ole Wim Cleo Kai Gus'.split(
    ' ',
  );
const LAST =
  'Adler Lopez Costa Nowak Eriksen Petrov Garcia Romero Ferrari Quinn Hansen Sato Tran Khan Banerjee Meyer Dubois Okoye Jensen Ito'.split(
    ' ',
  );
const ROOMS = [
  'Pricing',
  'Onboarding',
  'Design critique',
  'Support',
  'Hiring',
  'Roadmap',
  'Payments',
  'Partners',
  'Research',
];

/** This many people, each with a name of their own. */
export const crowdOf = (count: number): readonly StoryPerson[] =>
  Array.from({ length: count }, (_, at) => {
    const round = Math.floor(at / (FIRST.length * LAST.length));
    const [first, last] = [
      FIRST[at % FIRST.length],
      LAST[((at % FIRST.length) + Math.floor(at / FIRST.length)) % LAST.length],
    ];
    return {
      id: `guest-${String(at + 1)}`,
      name: `${first ?? ''} ${last ?? ''}${round === 0 ? '' : ` ${String(round + 1)}`}`,
      role: 'participant',
    };
  });

/** A service like EnableX that seats more people, or in more rooms. */
function withLimits(
  room: object,
  limits: Partial<Limits>,
  clock: Scene['clock'],
): { readonly port: RoomPort; readonly tell: (event: RoomEvent) => void } {
  const port = connectRoom(room, { clock });
  let tell: (event: RoomEvent) => void = () => undefined;
  return {
    tell: (event) => tell(event),
    port: {
      ...port,
      attach(listener) {
        tell = (event) =>
          listener(
            event.type === 'limits.known' ? { ...event, limits: { ...event.limits, ...limits } } : event,
          );
        return port.attach(tell);
      },
    },
  };
}

/** A scene of which the service can be made to tell something. */
export interface Crowd extends Scene {
  readonly tell: (event: RoomEvent) => void;
}

/** A moderator in front of many people. `seated` of them are drawn over the rooms, the rest has no seat yet. */
export async function crowd({
  count,
  rooms,
  seats,
  seated = count,
}: {
  readonly count: number;
  readonly rooms: number;
  /** Seats in each room. */
  readonly seats: number;
  readonly seated?: number;
}): Promise<Crowd> {
  const clock = createManualClock();
  const scene = createScene({ clock, people: [...people.slice(0, 1), ...crowdOf(count)] });
  const { port, tell } = withLimits(
    scene.meeting.person('ana').room,
    { maxRooms: rooms, maxPeople: seats },
    clock,
  );
  const session = createBreakoutSession(port, { seed: 1, clock });
  const release = session.hold();
  await scene.pass(100);
  const { actions, store } = session;
  actions.setSplit('hand');
  actions.setRoomCount(rooms);
  const keys = store.getState().plan.rooms.map(({ key }) => key);
  const everybody = crowdOf(count).map(({ id }) => id);
  keys.forEach((to, at) => {
    // Who came first sits in the first room, so that the rail and the cards show the same people.
    const from = Math.ceil((at * seated) / rooms);
    actions.movePeople({ people: everybody.slice(from, Math.ceil(((at + 1) * seated) / rooms)), to });
    const name = ROOMS[at];
    if (rooms <= 10 && name !== undefined) actions.renameRoom({ roomKey: to, name });
  });
  // As drawn evenly, with some who came since.
  actions.replacePlan({ ...store.getState().plan, split: 'even' });
  return {
    ...scene,
    tell,
    session: (id) => (id === 'ana' ? session : scene.session(id)),
    async dispose() {
      release();
      await session.dispose();
      await scene.dispose();
    },
  };
}
