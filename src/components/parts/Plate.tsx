import { forwardRef, type HTMLAttributes } from 'react';
import { classNames } from './classNames.js';

/** Props of {@link Plate}. */
export interface PlateProps extends HTMLAttributes<HTMLSpanElement> {
  /** The room's number from 1, or `main` for the main room. */
  readonly room: number | 'main';
  /** `s` 18 px, `l` 32 px, `xl` 48 px; the default 22 px. */
  readonly size?: 's' | 'l' | 'xl';
  /** The room in words, where no name stands beside the plate. Without it the plate is decorative. */
  readonly label?: string;
  /** What stands on it instead of the number, for example a drawing for the main room. */
  readonly children?: HTMLAttributes<HTMLSpanElement>['children'];
}

/**
 * The number people remember, on the hue of its room. Room 11 has the hue of room 1.
 *
 * Element: `span.brk-plate`. Data: `room` (1 to 10, or `main`), `size`.
 *
 * @example
 * <Plate room={2} size="xl" />
 */
export const Plate = forwardRef<HTMLSpanElement, PlateProps>(function Plate(
  { room, size, label, className, children, ...rest },
  ref,
) {
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <span
      ref={ref}
      {...named}
      data-room={roomHue(room)}
      data-size={size}
      {...rest}
      className={classNames('brk-plate', className)}
    >
      {children ?? (room === 'main' ? null : room)}
    </span>
  );
});

/** The value of `data-room` that gives a room's hue: ten hues, then again from the first. */
export function roomHue(room: number | 'main'): string {
  return room === 'main' ? room : String((((((Math.trunc(room) || 1) - 1) % 10) + 10) % 10) + 1);
}
