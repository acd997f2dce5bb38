'use client';

import { useContext } from 'react';
import { useKit } from '../../hooks/kit.js';
import { SurfaceContext } from '../parts/surfaceContext.js';

/** Where a dialog is put: where it is told to, else where the surface around it says, else where the provider says. */
export function usePortalPlace(asked: HTMLElement | null | undefined): HTMLElement | null {
  const { container } = useKit('A dialog');
  const around = useContext(SurfaceContext).container;
  return asked ?? around ?? container ?? null;
}
