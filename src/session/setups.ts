/** Keeps a moderator's set-ups for other meetings. They have rooms in them, and nobody. */
import * as v from 'valibot';
import { setupOf, type Setup } from '../state/setup.js';
import type { State } from '../state/types.js';
import { DONE, refuse } from './core.js';
import type { KeyValueStore } from './keyValueStore.js';
import type { Setups } from './types.js';

const KEY = 'breakout-kit:setups';
const MOST = 50;
const LONGEST_NAME = 80;

const seats = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1)));
const setup = v.object({
  name: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(LONGEST_NAME)),
  rooms: v.array(v.object({ name: v.nullable(v.string()), seats })),
  split: v.picklist(['even', 'hand', 'choose']),
  opening: v.picklist(['invite', 'move']),
  seats,
  minutes: v.nullable(v.pipe(v.number(), v.minValue(1))),
  leadEach: v.boolean(),
});

/** Makes the list over a store. One change after the other, so that two saved at once are both there. */
export function createSetups(store: KeyValueStore, state: () => State): Setups {
  let busy: Promise<unknown> = Promise.resolve();

  const read = async (): Promise<readonly Setup[]> => {
    const all = parsed(await store.get(KEY));
    return Array.isArray(all)
      ? all.flatMap((one) => {
          const known = v.safeParse(setup, one);
          return known.success ? [known.output] : [];
        })
      : [];
  };
  const change = (to: (all: readonly Setup[]) => readonly Setup[]) => {
    const done = busy.then(async () => {
      try {
        await store.set(KEY, JSON.stringify(to(await read())));
        return DONE;
      } catch {
        return refuse('refused');
      }
    });
    busy = done;
    return done;
  };
  return {
    list: () => read().catch(() => []),
    save(name) {
      const named = v.safeParse(setup, setupOf(state().plan, name));
      if (!named.success || named.output.rooms.length === 0) return Promise.resolve(refuse('invalid'));
      const { output } = named;
      return change((all) => [output, ...all.filter((one) => one.name !== output.name)].slice(0, MOST));
    },
    remove: (name) => change((all) => all.filter((one) => one.name !== name)),
  };
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
