/** What a page around the kit decides for it: light or dark, and the direction of reading. */

/** A value for CSS `color-scheme`. */
export type Scheme = 'light dark' | 'light' | 'dark';

type Globals = Readonly<Record<string, unknown>>;

/** The scheme that the toolbar asks for; by default what the system has. */
export function schemeOf(globals: Globals): Scheme {
  const theme = globals['theme'];
  return theme === 'light' || theme === 'dark' ? theme : 'light dark';
}

/** The direction that the toolbar asks for. */
export function dirOf(globals: Globals): 'ltr' | 'rtl' {
  return globals['dir'] === 'rtl' ? 'rtl' : 'ltr';
}

/** Puts the whole document into a scheme, so that what is portalled to the body is in it too. */
export function setScheme(scheme: string): void {
  document.documentElement.style.colorScheme = scheme;
}
