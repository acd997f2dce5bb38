/**
 * A cue before the title of a page. The title is the application's: the cue is the only thing that is added, and exactly
 * that is taken away again, wherever other kits on the page put theirs. Where the application wrote a title of its
 * own meanwhile, that one stays.
 */
export interface TitleCue {
  /** Shows these words before the title, instead of those from before; `null` for none. */
  readonly show: (cue: string | null) => void;
}

/** Makes the cue of one kit. */
export function createTitleCue(page: Document): TitleCue {
  let shown = '';
  /** The page had no title, and got one for the cue. */
  let made: HTMLTitleElement | null = null;
  const write = (element: HTMLTitleElement, title: string) => {
    // React and others hold on to the text node: it is changed, and not replaced.
    const [only, more] = element.childNodes;
    if (only?.nodeType === 3 && more === undefined) only.nodeValue = title;
    else element.textContent = title;
  };
  return {
    show(cue) {
      const next = cue ?? '';
      if (next === shown) return;
      const element = page.head.querySelector('title') ?? (made = page.createElement('title'));
      if (!element.isConnected) page.head.append(element);
      const title = element.textContent;
      const at = shown === '' ? -1 : title.indexOf(shown);
      const own = at < 0 ? title : title.slice(0, at) + title.slice(at + shown.length);
      write(element, next + own);
      shown = next;
      if (next === '' && own === '' && element === made) element.remove();
    },
  };
}
