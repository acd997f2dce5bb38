/**
 * Who has to sit together, by person: everybody of a group, and of each group that shares somebody with it. Nothing for people whom no
 * group binds to another.
 *
 * @param count - People are 0 to `count` − 1.
 */
export function blocksOf(
  count: number,
  groups: readonly (readonly number[])[],
): readonly (readonly number[] | undefined)[] {
  const blocks: (number[] | undefined)[] = Array.from({ length: count });
  for (const group of groups) {
    const block = [...new Set(group.flatMap((person) => blocks[person] ?? [person]))];
    if (block.length > 1) for (const person of block) blocks[person] = block;
  }
  return blocks;
}
