/** Scenes of a moderator who plans. */
import type { RoomKey } from '../../src/state/types.js';
import { people, planned, roomNames, yusuf } from './people.js';
import { createScene, type Scene, type SceneOptions } from './scene.js';

/** The rooms of Ana's draft, by number. */
export const roomsOf = (scene: Scene): readonly RoomKey[] =>
  scene
    .session('ana')
    .store.getState()
    .plan.rooms.map((room) => room.key);

/** Names the rooms and seats everybody as on the first sheet: one room over its limit, three people without a room. */
export function seatEverybody(scene: Scene, seats: readonly (readonly string[])[] = planned): void {
  const { actions } = scene.session('ana');
  actions.setRoomCount(seats.length);
  const rooms = roomsOf(scene);
  const everybody = [...scene.session('ana').store.getState().people.keys()];
  actions.movePeople({ people: everybody.filter((key) => key !== 'ana' && key !== 'tom'), to: 'none' });
  rooms.forEach((roomKey, at) => {
    actions.renameRoom({ roomKey, name: roomNames[at] ?? null });
    actions.movePeople({ people: seats[at] ?? [], to: roomKey });
  });
}

/** A moderator in front of a draft of four rooms; Yusuf has just joined. */
export async function planning(options: SceneOptions = {}): Promise<Scene> {
  const scene = createScene(options);
  const { actions } = scene.session('ana');
  await scene.pass(100);
  seatEverybody(scene);
  scene.join(yusuf);
  await scene.pass(100);
  const [, onboarding = ''] = roomsOf(scene);
  actions.setLead({ people: ['priya', 'jonas', 'mei'], on: true });
  actions.setLocked({ people: ['elif'], on: true });
  // The last step of the draft, which the undo button names.
  actions.movePeople({ people: ['wei'], to: 'none' });
  actions.movePeople({ people: ['wei'], to: onboarding });
  return scene;
}

/** The planner has just been opened: twenty people in four rooms, drawn evenly. */
export async function proposal(options: SceneOptions = {}): Promise<Scene> {
  const scene = createScene(options);
  scene.session('ana');
  await scene.pass(100);
  return scene;
}

/** Who sits where on the sheet of moving people. */
const beforeTheMove: readonly (readonly string[])[] = [
  ['priya', 'omar', 'grace', 'lucas'],
  ['jonas', 'maria-1', 'chidi', 'sofia', 'elif', 'noah'],
  ['mei', 'maria-2'],
  ['diego', 'hana', 'wei'],
];

/** Three people to be moved: a room with two seats, a full one, one with four, one with three. */
export async function dragging(options: SceneOptions = {}): Promise<Scene> {
  const seated = new Set(beforeTheMove.flat());
  const first = people.filter(({ id }) => seated.has(id) || ['ana', 'tom', 'lena', 'amara'].includes(id));
  const scene = createScene({ people: [...first, yusuf], ...options });
  const { actions } = scene.session('ana');
  await scene.pass(100);
  seatEverybody(scene, beforeTheMove);
  actions.setLead({ people: ['priya', 'jonas', 'mei'], on: true });
  actions.setLocked({ people: ['elif'], on: true });
  return scene;
}

/** Ana is the only one there. */
export async function nobody(): Promise<Scene> {
  return proposal({ people: people.slice(0, 1) });
}

/** The meeting is a lecture. */
export async function lecture(): Promise<Scene> {
  return proposal({ mode: 'lecture' });
}

/** 42 people in ten rooms of at most six: as many rooms as a meeting can have. */
export async function limit(): Promise<Scene> {
  const others = Array.from({ length: 42 }, (_, at) => ({
    id: `guest-${String(at + 1)}`,
    name: `${people[(at % 19) + 2]?.name.split(' ')[0] ?? 'Guest'} ${String.fromCodePoint(65 + (at % 26))}.`,
    role: 'participant' as const,
  }));
  const scene = await proposal({ people: [...people.slice(0, 1), ...others] });
  scene.session('ana').actions.setRoomCount(10);
  return scene;
}
