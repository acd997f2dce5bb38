/** Moments in which people choose their rooms: every seat is somebody's pick, over the wire. */
import { people, roomNames } from './people.js';
import type { Moment, MomentOptions } from './person.js';
import { createScene, type Scene } from './scene.js';

/** Who chooses what, by the numbers of the rooms; the second one gets full. */
const choices: readonly (readonly string[])[] = [
  ['priya', 'omar', 'grace', 'lucas'],
  ['jonas', 'maria-1', 'elif', 'sofia', 'noah', 'wei'],
  ['mei', 'maria-2', 'alexandria'],
  ['diego', 'hana', 'liam'],
];

/** Somebody presses "Choose" of a room. */
export function choose(scene: Scene, id: string, number: number): void {
  const { actions, store } = scene.session(id);
  const slot = store.getState().self.offer?.rooms.find((room) => room.number === number)?.slot;
  if (slot === undefined) throw new Error(`${id} is not offered room ${String(number)}`);
  actions.pickRoom({ slot });
}

/** Ana names four rooms and lets people choose. Those without a kit are named in `withoutKit`. */
export async function letPeopleChoose({
  withoutKit = [],
  rooms = 4,
  names = roomNames,
  ...options
}: ChoosingOptions = {}): Promise<Scene> {
  const scene = createScene(options);
  for (const { id } of options.people ?? people) if (!withoutKit.includes(id)) scene.session(id);
  await scene.pass(1500);
  const { actions, store } = scene.session('ana');
  actions.setRoomCount(rooms);
  store
    .getState()
    .plan.rooms.forEach(({ key }, at) => actions.renameRoom({ roomKey: key, name: names[at] ?? null }));
  actions.setSplit('choose');
  await scene.pass(1000);
  return scene;
}

/** What choosing begins with. */
export interface ChoosingOptions extends Omit<MomentOptions, 'opening' | 'asked'> {
  readonly withoutKit?: readonly string[];
  readonly rooms?: number;
  readonly names?: readonly (string | null)[];
}

/** Some have chosen, this person has not. */
export async function offered({ who = 'chidi', ...options }: ChoosingOptions = {}): Promise<Moment> {
  const scene = await letPeopleChoose(options);
  for (const [at, ids] of choices.entries())
    for (const id of ids)
      if (id !== who && options.withoutKit?.includes(id) !== true) choose(scene, id, at + 1);
  await scene.pass(1500);
  return { scene, me: scene.session(who) };
}

/** This person has a seat in the third room. */
export async function chosen(options: ChoosingOptions = {}): Promise<Moment> {
  const moment = await offered(options);
  choose(moment.scene, options.who ?? 'chidi', 3);
  await moment.scene.pass(1500);
  return moment;
}

/** The first room had two seats left when this person pressed, and none when the answer came. */
export async function refused(options: ChoosingOptions = {}): Promise<Moment> {
  const moment = await offered(options);
  for (const id of ['lena', 'amara']) choose(moment.scene, id, 1);
  choose(moment.scene, options.who ?? 'chidi', 1);
  await moment.scene.pass(1500);
  return moment;
}

/** Ana has put this person into the first room. */
export async function moved(options: ChoosingOptions = {}): Promise<Moment> {
  const moment = await chosen(options);
  const { actions, store } = moment.scene.session('ana');
  actions.movePeople({ people: [options.who ?? 'chidi'], to: store.getState().plan.rooms[0]?.key ?? '' });
  await moment.scene.pass(1500);
  return moment;
}
