'use client';

import { createContext } from 'react';

/** How a surface looks, handed on to the dialogs and menus opened from it: they live in portals, outside its element. */
export interface SurfaceLook {
  readonly theme?: 'light' | 'dark' | undefined;
  readonly density?: 'compact' | undefined;
  readonly pointer?: 'coarse' | undefined;
  readonly font?: 'inherit' | undefined;
  readonly dir?: 'ltr' | 'rtl' | undefined;
  /** Where portals go; the end of the page without it. */
  readonly container?: HTMLElement | null | undefined;
}

/** The look of the nearest surface. */
export const SurfaceContext = createContext<SurfaceLook>({});

/** The data attributes of a look, for the root of a surface or of a portal. */
export function lookAttributes({ theme, density, pointer, font, dir }: SurfaceLook) {
  return { 'data-theme': theme, 'data-density': density, 'data-pointer': pointer, 'data-font': font, dir };
}
