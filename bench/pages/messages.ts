/** Messages as a socket brings them: each is a task of its own. */

/** Runs something in a task of its own, so many times one after another. Resolves after the last. */
export function inTasks(count: number, run: (nth: number) => void): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    let nth = 0;
    port1.addEventListener('message', () => {
      run(nth);
      nth += 1;
      if (nth === count) resolve();
    });
    port1.start();
    for (let sent = 0; sent < count; sent += 1) port2.postMessage(null);
  });
}

/** Numbers that look drawn, the same in every run: from 0 up to `below`, without it. */
export function drawnNumbers(below: number): () => number {
  let last = 1;
  return () => {
    last = (last * 48_271) % 2_147_483_647;
    return last % below;
  };
}

/** The plainest thing that could hold what is told: a Map whose entries are replaced, and nobody who reads it. */
export function plainLoop(people: number, events: number): void {
  const entries = plainEntries(people);
  const draw = drawnNumbers(people - 1);
  for (let at = 0; at < events; at += 1) {
    const id = `person-${String(draw() + 2)}`;
    const entry = entries.get(id);
    if (entry) entries.set(id, { ...entry, role: entry.role === 'moderator' ? 'participant' : 'moderator' });
  }
}

const held = new Map<
  number,
  Map<string, { readonly id: string; readonly name: string; readonly role: string }>
>();

function plainEntries(people: number) {
  const known = held.get(people);
  if (known) return known;
  const entries = new Map(
    Array.from({ length: people }, (_, at) => {
      const id = `person-${String(at + 1)}`;
      return [id, { id, name: id, role: 'participant', place: 'main', since: 0, order: at }] as const;
    }),
  );
  held.set(people, entries);
  return entries;
}
