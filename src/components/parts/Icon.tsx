import { forwardRef, type SVGAttributes } from 'react';
import { classNames } from './classNames.js';
import { iconPaths, mirroredIcons, type Glyph, type IconName, type Line } from './iconPaths.js';

/** Props of {@link Icon}. */
export interface IconProps extends SVGAttributes<SVGSVGElement> {
  /** Which drawing. */
  readonly name: IconName;
  /** `s` is 14 px, the default 16 px. */
  readonly size?: 's';
}

/**
 * One drawing of the kit, decorative: its meaning stands beside it in words.
 *
 * Element: `svg.brk-icon`. Data: `size`, `mirror` on those that turn round where text runs from right to left.
 *
 * @example
 * <Icon name="hand" size="s" />
 */
export const Icon = forwardRef<SVGSVGElement, IconProps>(function Icon(
  { name, size, className, ...rest },
  ref,
) {
  const glyph: Glyph = iconPaths[name];
  return (
    <svg
      ref={ref}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
      data-size={size}
      data-mirror={mirroredIcons.has(name) ? '' : undefined}
      {...rest}
      className={classNames('brk-icon', className)}
    >
      {isMany(glyph) ? (
        glyph.map((line) => <path key={attributes(line).d} {...attributes(line)} />)
      ) : (
        <path {...attributes(glyph)} />
      )}
    </svg>
  );
});

function isMany(glyph: Glyph): glyph is readonly Line[] {
  return Array.isArray(glyph);
}

function attributes(line: Line) {
  if (typeof line === 'string') return { d: line };
  return { d: line.d, strokeWidth: line.width, strokeDasharray: line.dash };
}
