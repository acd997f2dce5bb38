/** A desk over open rooms, in front of people who have kits of their own. */
import { onTestFinished } from 'vitest';
import { LiveDesk } from '../../../src/components/desk/LiveDesk.js';
import { createBreakoutSession } from '../../../src/session/session.js';
import type { BreakoutSession } from '../../../src/session/types.js';
import { moderator, names, type Moderator, type ModeratorOptions } from '../moderator.js';

export interface OpenDesk extends Moderator {
  /** Somebody's own kit, made at first use. */
  readonly kit: (id: string) => BreakoutSession;
  /** Another moderator comes, with a kit. */
  readonly joinModerator: (name: string) => Promise<BreakoutSession>;
  readonly room: (number: number) => string;
}

/** Priya, Omar and Grace in Pricing, Lucas, Jonas and Maria in Room 2; all have kits and are there. */
export async function openDesk(
  options: Partial<ModeratorOptions> & {
    /** Who has no kit, and accepts all the same. */
    readonly withoutKit?: readonly string[];
    readonly minutes?: number;
    /** Leaves people where they are asked. */
    readonly asked?: readonly string[];
  } = {},
): Promise<OpenDesk> {
  const { withoutKit = [], minutes, asked = [], ...rest } = options;
  const scripts = Object.fromEntries(withoutKit.map((id) => [id, 'accepts' as const]));
  const desk = await moderator(<LiveDesk />, { others: names(6), scripts, ...rest });
  const kits = new Map<string, BreakoutSession>();
  const kit = (id: string) => {
    const known = kits.get(id);
    if (known) return known;
    const session = createBreakoutSession(desk.meeting.person(id).room, {
      clock: desk.clock,
      seed: kits.size + 11,
      ...rest.session,
    });
    const release = session.hold();
    onTestFinished(release);
    kits.set(id, session);
    return session;
  };
  const everybody = ['priya', 'omar', 'grace', 'lucas', 'jonas', 'maria'];
  const withKit = everybody.filter((id) => !withoutKit.includes(id));
  await desk.does(() => {
    for (const id of withKit) kit(id);
  });
  await desk.pass(1000);
  const { actions } = desk.session;
  await desk.does(() => {
    actions.setRoomCount(2);
    const [one = '', two = ''] = desk.rooms();
    actions.renameRoom({ roomKey: one, name: 'Pricing' });
    actions.movePeople({ people: ['priya', 'omar', 'grace'], to: one });
    actions.movePeople({ people: ['lucas', 'jonas', 'maria'], to: two });
    if (minutes !== undefined) actions.setMinutes(minutes);
  });
  await desk.does(() => void actions.openRooms());
  await desk.pass(500);
  await desk.does(() => {
    for (const id of withKit) if (!asked.includes(id)) void kit(id).actions.acceptInvite();
  });
  await desk.pass(2500);
  return {
    ...desk,
    kit,
    room: (number) => desk.rooms()[number - 1] ?? '',
    async joinModerator(name) {
      const id = name.toLowerCase();
      await desk.does(() => void desk.meeting.join({ id, userRef: id, name, role: 'moderator' }));
      await desk.does(() => void kit(id));
      await desk.pass(1500);
      return kit(id);
    },
  };
}
