/**
 * Remembers what a view worked out, for as long as its inputs live. A view that builds a new object each time it is asked
 * would make React draw forever; one that is remembered by its inputs answers with the same object.
 */

interface Answers<R> {
  next?: WeakMap<object, Answers<R>>;
  byKey?: Map<unknown, R>;
}

/**
 * The last answer again while the new one says the same. For views over everybody: most of what happens to one person
 * changes nothing in them, and who draws from them need not draw again.
 */
export function steady<S, R>(view: (state: S) => R, isSame: (before: R, now: R) => boolean): (state: S) => R {
  let last: { seen: R; readonly answer: R } | null = null;
  return (state) => {
    const seen = view(state);
    if (last === null || (last.seen !== seen && !isSame(last.answer, seen))) last = { seen, answer: seen };
    else last.seen = seen;
    return last.answer;
  };
}

/**
 * @param inputs - The objects the answer depends on, and nothing else. They must be immutable.
 * @param compute - Works it out, for a key where the view has one.
 */
export function memo<S, R>(
  inputs: (state: S) => readonly object[],
  compute: (state: S) => R,
): (state: S) => R;
export function memo<S, R, K>(
  inputs: (state: S, key: K) => readonly object[],
  compute: (state: S, key: K) => R,
): (state: S, key: K) => R;
export function memo<S, R, K>(
  inputs: (state: S, key: K) => readonly object[],
  compute: (state: S, key: K) => R,
): (state: S, key: K) => R {
  const root: Answers<R> = {};
  return (state, key) => {
    let node = root;
    for (const input of inputs(state, key)) {
      const nexts = (node.next ??= new WeakMap<object, Answers<R>>());
      let next = nexts.get(input);
      if (!next) nexts.set(input, (next = {}));
      node = next;
    }
    const answers = (node.byKey ??= new Map<unknown, R>());
    if (answers.has(key)) return answers.get(key) as R;
    const answer = compute(state, key);
    answers.set(key, answer);
    return answer;
  };
}
