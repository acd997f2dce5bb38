/** Scenes of a moderator with rules and seats to hold to. */
import { people } from './people.js';
import { planning, proposal, roomsOf } from './planning.js';
import type { Scene } from './scene.js';

/** Two set-ups from other meetings. */
export async function withSetups(): Promise<Scene> {
  const texts = new Map<string, string>();
  const store = {
    get: (key: string) => texts.get(key) ?? null,
    set: (key: string, text: string) => void texts.set(key, text),
    remove: (key: string) => void texts.delete(key),
  };
  const scene = await planning({ session: { storage: { meeting: 'monday', store } } });
  const { setups } = scene.session('ana');
  await setups?.save('Pairs for a warm-up');
  await setups?.save('Workshop');
  return scene;
}

/** Rules that the split was drawn by. */
export async function ruled(): Promise<Scene> {
  const scene = await proposal();
  const { actions } = scene.session('ana');
  actions.setRoomCount(4);
  actions.setRules({
    together: [['mei', 'alexandria']],
    apart: [
      ['maria-1', 'maria-2'],
      ['omar', 'lucas', 'diego'],
    ],
  });
  actions.reshuffle();
  return scene;
}

/** Rules that the seats do not keep, and rooms without the lead they need. */
export async function rulesBroken(): Promise<Scene> {
  const scene = await planning();
  scene.session('ana').actions.setRules({
    together: [['priya', 'grace', 'diego']],
    apart: [['jonas', 'sofia']],
    leadEach: true,
  });
  return scene;
}

/** Two people who should be together and apart. */
export async function contradicted(): Promise<Scene> {
  const scene = await planning();
  scene.session('ana').actions.setRules({
    together: [
      ['mei', 'alexandria'],
      ['alexandria', 'maria-2'],
    ],
    apart: [['mei', 'maria-2']],
  });
  return scene;
}

/** A room that is smaller than the others. */
export async function ownSeats(): Promise<Scene> {
  const scene = await planning();
  const [first = ''] = roomsOf(scene);
  scene.session('ana').actions.setRoomCapacity({ roomKey: first, seats: 4 });
  return scene;
}

/** Nine people in three rooms of three, and three rounds in which nobody meets twice. */
export async function roundsPlanned(): Promise<Scene> {
  const scene = await proposal({ people: people.filter(({ id }) => id !== 'tom').slice(0, 10) });
  const { actions } = scene.session('ana');
  actions.setRoomCount(3);
  await actions.planRounds({ rounds: 3 });
  return scene;
}

/** A round is over, and everybody is back. */
export async function afterARound(): Promise<Scene> {
  const first = people.filter(({ id }) => id !== 'tom').slice(0, 10);
  const scene = await proposal({
    people: first,
    scripts: Object.fromEntries(first.map(({ id }) => [id, 'accepts' as const])),
  });
  const { actions, store } = scene.session('ana');
  actions.setRoomCount(3);
  await actions.planRounds({ rounds: 3 });
  void actions.openRooms();
  await scene.pass(3000);
  void actions.closeNow();
  await scene.pass(500);
  for (const key of store.getState().plan.seats.keys())
    scene.meeting.person(key).breakoutRooms[0]?.disconnect?.();
  await scene.pass(5000);
  return scene;
}
