'use client';

import { useEffect, useLayoutEffect } from 'react';

/** `useLayoutEffect` that a server does not warn of: React 18 says there that it does nothing, which is all it should do. */
export const useBrowserLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;
