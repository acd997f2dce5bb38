/** The people of every candidate: the same names in the same order, no two alike. */

const FIRST =
  'Ada Amara Anton Aya Bela Carla Cem Chidi Clara Diego Dua Elif Emil Farah Finn Gita Hana Hugo Ines Ivo Jonas Juno Kaya Lars Lena Liam Lucia Mei Mia Nadia Nils Noor Omar Otto Paula Priya Quinn Ravi Rosa Sami Sara Selma Silas Sofia Tariq Tess Theo Tom Uma Vera Viktor Wei Wanda Xenia Yara Yusuf Zahra Zoe Zora Alba Bram Cleo Dana Edda Fabio Greta Hilda Ilja Jana Karim'.split(
    ' ',
  );
const LAST =
  'Adler Akin Almeida Bauer Becker Berg Castro Chen Costa Dahl Demir Diallo Egger Engel Falk Ferrari Fischer Garcia Gruber Haddad Hansen Hoffmann Ibarra Ito Jansen Kaya Keller Kim Kowalski Krause Lang Lopez Lund Maier Martin Mendes Moreau Moser Nair Novak Okafor Olsen Ortiz Park Pereira Petrov Quist Rao Reyes Richter Rossi Ruiz Santos Sato Schmidt Silva Singh Sousa Stein Suzuki Tanaka Torres Ueda Vargas Vogel Wagner Weber Wolf Yilmaz Zhang Zimmer Zola'.split(
    ' ',
  );

/** Somebody, as a service would list them. */
export interface Somebody {
  readonly id: string;
  readonly name: string;
}

/** So many people. The first is the moderator whose screen is measured. */
export function crowdOf(count: number): readonly Somebody[] {
  if (count > FIRST.length * LAST.length)
    throw new RangeError(
      `There are names for ${String(FIRST.length * LAST.length)} people. Ask for fewer, or add names.`,
    );
  return Array.from({ length: count }, (_, at) => ({
    id: `person-${String(at + 1)}`,
    name: `${FIRST[at % FIRST.length] ?? ''} ${LAST[Math.floor(at / FIRST.length)] ?? ''}`,
  }));
}
