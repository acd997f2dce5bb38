'use client';

import { forwardRef, useContext, useMemo, type HTMLAttributes } from 'react';
import { classNames } from './classNames.js';
import { SurfaceContext, lookAttributes, type SurfaceLook } from './surfaceContext.js';

/** Props of {@link Surface}. */
export interface SurfaceProps extends HTMLAttributes<HTMLDivElement> {
  /** Forces a theme. Without it the host's `color-scheme` decides. */
  readonly theme?: 'light' | 'dark' | undefined;
  /** Smaller chips and type, for many people. */
  readonly density?: 'compact' | undefined;
  /** Larger targets; devices with a coarse pointer get them by themselves. */
  readonly pointer?: 'coarse' | undefined;
  /** `inherit` takes the host's typeface. */
  readonly font?: 'inherit' | undefined;
  /** Writing direction. Without it the host's. */
  readonly dir?: 'ltr' | 'rtl' | undefined;
  /** Where dialogs and menus are put. Without it the end of the page. */
  readonly container?: HTMLElement | null | undefined;
  /** No box of its own: a place for portals that hands on theme and direction. */
  readonly layer?: boolean | undefined;
}

/**
 * The ground every view of the kit stands on: tokens, type and width begin here. What it does not say it takes from
 * the surface around it, and hands to the dialogs and menus opened from it.
 *
 * Element: `div.brk`. Data: `theme`, `density`, `pointer`, `font`, `layer`.
 *
 * @example
 * <Surface theme="dark" dir="rtl"><RoomPlanner /></Surface>
 */
export const Surface = forwardRef<HTMLDivElement, SurfaceProps>(function Surface(props, ref) {
  const around = useContext(SurfaceContext);
  const { theme, density, pointer, font, dir, container, layer, className, children, ...rest } = props;
  const look = useLook(around, { theme, density, pointer, font, dir, container });
  return (
    <SurfaceContext.Provider value={look}>
      <div
        ref={ref}
        {...lookAttributes(look)}
        data-layer={layer === true ? '' : undefined}
        {...rest}
        className={classNames('brk', className)}
      >
        {children}
      </div>
    </SurfaceContext.Provider>
  );
});

/** What a surface says itself, over what the one around it says; the same object while nothing changes. */
function useLook(around: SurfaceLook, own: SurfaceLook): SurfaceLook {
  const theme = own.theme ?? around.theme;
  const density = own.density ?? around.density;
  const pointer = own.pointer ?? around.pointer;
  const font = own.font ?? around.font;
  const dir = own.dir ?? around.dir;
  const container = own.container ?? around.container;
  return useMemo(
    () => ({ theme, density, pointer, font, dir, container }),
    [theme, density, pointer, font, dir, container],
  );
}
