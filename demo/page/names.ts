import type { Visitor } from '../link/protocol.js';

const NAMES = ['Bo', 'Chidi', 'Dana', 'Emre', 'Farah', 'Goran', 'Hana', 'Ivo', 'Jun', 'Kofi', 'Lena', 'Mara'];

/** The first names of the list that nobody in the meeting has. Where all are taken, they are given again. */
export function freeNames(people: readonly Pick<Visitor, 'name'>[], count: number): readonly string[] {
  const taken = new Set(people.map(({ name }) => name));
  return [...NAMES.filter((name) => !taken.has(name)), ...NAMES].slice(0, count);
}
