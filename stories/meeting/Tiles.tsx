import { displayName } from '../../src/state/displayName.js';

interface TilesProps {
  readonly names: readonly string[];
  readonly columns: number;
}

/** The meeting's own picture: calm tiles, as an application would have its video. */
export function Tiles({ names, columns }: TilesProps) {
  return (
    <div
      aria-hidden="true"
      style={{
        display: 'grid',
        gap: 8,
        padding: 12,
        minBlockSize: 0,
        gridTemplateColumns: `repeat(${String(columns)}, minmax(0, 1fr))`,
        gridAutoRows: 'minmax(56px, 1fr)',
      }}
    >
      {names.map((name, at) => (
        <Tile key={`${name} ${String(at)}`} name={name} hue={(at * 137.5 + 60) % 360} />
      ))}
    </div>
  );
}

function Tile({ name, hue }: { readonly name: string; readonly hue: number }) {
  const shade = (light: number) => `oklch(${String(light)} 0.04 ${String(Math.round(hue))})`;
  return (
    <div style={{ position: 'relative', borderRadius: 10, overflow: 'hidden', background: shade(0.42) }}>
      <svg
        viewBox="0 0 160 100"
        preserveAspectRatio="xMidYMax slice"
        style={{ position: 'absolute', inset: 0, inlineSize: '100%', blockSize: '100%' }}
      >
        <circle cx="80" cy="48" r="17" fill={shade(0.64)} />
        <path d="M44 102c2-24 17-34 36-34s34 10 36 34z" fill={shade(0.58)} />
      </svg>
      <b
        style={{
          position: 'absolute',
          insetInlineStart: 8,
          insetBlockEnd: 6,
          padding: '1px 7px',
          borderRadius: 99,
          background: 'rgb(20 18 12 / 0.62)',
          color: '#fff',
          fontSize: 11,
          fontWeight: 500,
        }}
      >
        {displayName(name, '').split(' ', 1)[0]}
      </b>
    </div>
  );
}
