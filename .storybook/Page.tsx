import { useLayoutEffect, type CSSProperties, type ReactNode } from 'react';
import { setScheme, type Scheme } from './surroundings.js';

interface PageProps {
  readonly scheme: Scheme;
  readonly dir: 'ltr' | 'rtl';
  /** The story is the whole document, not one of many on a page of documentation. */
  readonly whole: boolean;
  /** No margin around the story. */
  readonly bare: boolean;
  readonly children: ReactNode;
}

/** The calm page around the kit, as an application would have it. */
export function Page({ scheme, dir, whole, bare, children }: PageProps) {
  useLayoutEffect(() => {
    if (!whole) return undefined;
    const { documentElement } = document;
    const before = { dir: documentElement.dir, scheme: documentElement.style.colorScheme };
    documentElement.dir = dir;
    setScheme(scheme);
    return () => {
      documentElement.dir = before.dir;
      setScheme(before.scheme);
    };
  }, [whole, dir, scheme]);

  return (
    // The whole document carries the scheme itself, so that a change of it alone reaches everything.
    <div dir={dir} style={{ ...page(whole, bare), ...(whole ? {} : { colorScheme: scheme }) }}>
      {children}
    </div>
  );
}

function page(whole: boolean, bare: boolean): CSSProperties {
  return {
    boxSizing: 'border-box',
    minBlockSize: whole ? '100vh' : undefined,
    padding: bare ? 0 : 24,
    background: 'light-dark(#e9e6de, #121110)',
    color: 'light-dark(#3d3a33, #cfcabf)',
    font: '400 12px/1.4 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif',
  };
}
