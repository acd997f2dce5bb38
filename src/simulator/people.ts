/** Who is in a simulated meeting. */
import type { Script } from './scripts.js';

/** What EnableX calls a person's role. Audience and viewers only watch. */
export type RosterRole = 'moderator' | 'participant' | 'audience' | 'viewer';

/** A person, as a meeting is told of them. A bare name will do. */
export interface PersonSpec {
  readonly name: string;
  /** How tests and stories call this person. Default: `userRef`, else the name, made unique. */
  readonly id?: string;
  /** The id in the main room at first. Default: drawn. */
  readonly clientId?: string;
  /** What stays the same over a reload. Default: drawn from the position; an empty string for none. */
  readonly userRef?: string;
  /** Default `'participant'`. */
  readonly role?: RosterRole;
  /** How this person answers by themselves. Default: not at all. */
  readonly script?: Script;
  /** Whether this person has muted themselves. */
  readonly muted?: boolean;
  /** Whether a moderator has muted this person. */
  readonly hardMuted?: boolean;
  /** Whether this person is there at the beginning. Default true. */
  readonly present?: boolean;
  /** Whether this person publishes sound in the main room. Default true for those who may. */
  readonly publishes?: boolean;
  /** Whatever an application stores with a user. */
  readonly data?: unknown;
}

const FIRST = [
  'Ada',
  'Bo',
  'Chidi',
  'Dana',
  'Emre',
  'Farah',
  'Goran',
  'Hana',
  'Ivo',
  'Jun',
  'Kofi',
  'Lena',
  'Mara',
];
const LAST = [
  'Adler',
  'Brandt',
  'Costa',
  'Dubois',
  'Eze',
  'Fischer',
  'Gupta',
  'Hoang',
  'Ibsen',
  'Jovanovic',
  'Kim',
];

/** A name for the person at this position; 143 positions differ. */
export function nameAt(position: number): string {
  const first = FIRST[position % FIRST.length] ?? 'Ada';
  const last = LAST[position % LAST.length] ?? 'Adler';
  return `${first} ${last}`;
}

/**
 * A moderator and others with names, as a list for `people`.
 *
 * @param others - How many others, or what each of them is.
 * @param each - What they have in common, such as a script.
 * @example
 * createSimulatedMeeting({ people: moderatorAnd(20, { script: 'accepts' }) });
 */
export function moderatorAnd(
  others: number | readonly (PersonSpec | string)[],
  each: Partial<PersonSpec> = {},
): readonly PersonSpec[] {
  const specs =
    typeof others === 'number'
      ? Array.from({ length: others }, (_, at) => ({ name: nameAt(at + 1) }))
      : others.map(asSpec);
  return [
    { name: nameAt(0), id: 'moderator', role: 'moderator' },
    ...specs.map((spec) => ({ ...each, ...spec })),
  ];
}

/** A person's description, from a bare name too. */
export function asSpec(person: PersonSpec | string): PersonSpec {
  return typeof person === 'string' ? { name: person } : person;
}
