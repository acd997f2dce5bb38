/** The people of every story: the same names, rooms and places everywhere, so that one picture explains the next. */

/** Somebody of the stories. */
export interface StoryPerson {
  /** How a scene calls them, and what the service knows them by over a reload. */
  readonly id: string;
  readonly name: string;
  readonly role: 'moderator' | 'participant';
}

const person = (id: string, name: string, role: StoryPerson['role'] = 'participant'): StoryPerson => ({
  id,
  name,
  role,
});

/** In order of arrival: two moderators, then the rest. Two people are called Maria Silva. */
export const people: readonly StoryPerson[] = [
  person('ana', 'Ana Ruiz', 'moderator'),
  person('tom', 'Tom Becker', 'moderator'),
  person('priya', 'Priya Nair'),
  person('omar', 'Omar Haddad'),
  person('grace', 'Grace Kim'),
  person('lucas', 'Lucas Moreau'),
  person('jonas', 'Jonas Weber'),
  person('maria-1', 'Maria Silva'),
  person('chidi', 'Chidi Okafor'),
  person('sofia', 'Sofia Rossi'),
  person('elif', 'Elif Kaya'),
  person('noah', 'Noah Schmidt'),
  person('wei', 'Wei Chen'),
  person('mei', 'Mei Tanaka'),
  person('maria-2', 'Maria Silva'),
  person('alexandria', 'Alexandria Papadopoulou-Montgomery'),
  person('diego', 'Diego Morales'),
  person('hana', 'Hana Novak'),
  person('liam', 'Liam O’Connor'),
  person('lena', 'Lena Vogel'),
  person('amara', 'Amara Diallo'),
];

/** Comes after the others, while the moderator is planning. */
export const yusuf = person('yusuf', 'Yusuf Demir');
/** Comes while the rooms are open. */
export const ingrid = person('ingrid', 'Ingrid Solberg');

/** The rooms of the stories, by number; the fourth keeps its default name. */
export const roomNames: readonly (string | null)[] = ['Pricing', 'Onboarding', 'Design critique', null];

/** Who sits where on the first sheet: one list for each room. Whoever is in none is not assigned. */
export const planned: readonly (readonly string[])[] = [
  ['priya', 'omar', 'grace', 'lucas'],
  ['jonas', 'maria-1', 'chidi', 'sofia', 'elif', 'noah', 'wei'],
  ['mei', 'maria-2', 'alexandria'],
  ['diego', 'hana', 'liam'],
];

/** Six seats in a room: the service takes one more talker than a room has seats. */
export const MAX_ACTIVE_TALKERS = 7;
