/** Scenes of a moderator who plans. */
import type { RoomKey } from '../../src/state/types.js';
import { planned, roomNames, yusuf } from './people.js';
import { createScene, type Scene, type SceneOptions } from './scene.js';

/** The rooms of Ana's draft, by number. */
export const roomsOf = (scene: Scene): readonly RoomKey[] =>
  scene.session('ana').store.getState().plan.rooms.map((room) => room.key);

/** Names the rooms and seats everybody as on the first sheet: one room over its limit, three people without a room. */
export function seatEverybody(scene: Scene, seats: readonly (readonly string[])[] = planned): void {
  const { actions } = scene.session('ana');
  actions.setRoomCount(seats.length);
  const rooms = roomsOf(scene);
  const people = [...scene.session('ana').store.getState().people.keys()];
  actions.movePeople({ people: people.filter((key) => key !== 'ana' && key !== 'tom'), to: 'none' });
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
