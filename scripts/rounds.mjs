// How well `planRounds` does: for usual sizes the proven bound, the repeats reached over several seeds, and the time on this machine.
// Needs a build. `node scripts/rounds.mjs` prints the table; `node scripts/rounds.mjs 20 4` takes 20 seeds and an effort of 4.
const built = new URL('../dist/planner.js', import.meta.url).href;
const { createRandom, planRounds } = /** @type {typeof import('../src/planner.js')} */ (await import(built));

/** @type {readonly (readonly [name: string, people: number, rooms: number, rounds: number])[]} */
const CASES = [
  ['8 in pairs', 8, 4, 7],
  ['9 in threes', 9, 3, 4],
  ['12 in threes', 12, 4, 4],
  ['12 in threes', 12, 4, 5],
  ['14 in 4 rooms', 14, 4, 4],
  ['15 in threes', 15, 5, 6],
  ['15 in threes', 15, 5, 7],
  ['16 in fours', 16, 4, 5],
  ['18 in threes', 18, 6, 8],
  ['20 in fours', 20, 5, 5],
  ['20 in fours', 20, 5, 6],
  ['24 in sixes', 24, 4, 3],
  ['24 in sixes', 24, 4, 5],
  ['30 in fives', 30, 6, 4],
  ['30 in fives', 30, 6, 6],
  ['32 in fours', 32, 8, 10],
  ['64 in eights', 64, 8, 9],
  ['150 in 10 rooms', 150, 10, 3],
  ['150 in 10 rooms', 150, 10, 5],
];
const [seeds, effort] = [Number(process.argv[2] ?? 5), Number(process.argv[3] ?? 1)];

console.log('| people | rounds | bound | reached, best | worst | CPU ms, median |');
console.log('| --- | ---: | ---: | ---: | ---: | ---: |');
for (const [name, people, rooms, rounds] of CASES) {
  const runs = Array.from({ length: seeds }, (_, seed) => {
    const before = process.cpuUsage();
    const { repeats, bound } = planRounds({
      people: Array.from({ length: people }, (_person, at) => `p${at}`),
      rooms: Array.from({ length: rooms }, (_room, at) => ({ key: `r${at}`, capacity: people })),
      random: createRandom(seed),
      rounds,
      effort,
    });
    return { repeats, bound, ms: process.cpuUsage(before).user / 1000 };
  });
  const repeats = runs.map((run) => run.repeats);
  const times = runs.map((run) => run.ms).toSorted((a, b) => a - b);
  const middle = times[Math.floor(seeds / 2)]?.toFixed(0);
  console.log(
    `| ${name} | ${rounds} | ${runs[0]?.bound} | ${Math.min(...repeats)} | ${Math.max(...repeats)} | ${middle} |`,
  );
}
