/** The address of a window: who is opened in it, and in which meeting. A link is all it takes to be somebody. */
import { profileNames, type ProfileName } from '../../src/simulator.js';
import type { Visitor } from '../link/protocol.js';

/** What an address says. */
export interface Address {
  /** Which meeting. Windows with the same name here are in the same one. */
  readonly meeting: string;
  /** Whom this window is for; `null` for the lobby. */
  readonly person: Pick<Visitor, 'name' | 'role'> | null;
  /** The build of the SDK and the seed of all chance, for whoever enters first. */
  readonly profile: ProfileName;
  readonly seed: number;
}

/** Longer names are cut: an address can hold anything. */
const LONGEST = 80;

/** Reads an address. What is missing or makes no sense has a default; nothing throws. */
export function readAddress(search: string): Address {
  const given = new URLSearchParams(search);
  const text = (name: string) => (given.get(name) ?? '').trim().slice(0, LONGEST);
  const seed = Number(text('seed'));
  const name = text('name');
  return {
    meeting: text('meeting') || 'demo',
    person: name === '' ? null : { name, role: text('role') === 'moderator' ? 'moderator' : 'participant' },
    profile: profileNames.find((profile) => profile === text('profile')) ?? '2.3.24',
    seed: Number.isSafeInteger(seed) && seed > 0 ? seed : 1,
  };
}

/** Writes an address, for a link. */
export function writeAddress({ meeting, person, profile, seed }: Address): string {
  return `?${new URLSearchParams({
    ...person,
    meeting,
    profile,
    seed: String(seed),
  }).toString()}`;
}
