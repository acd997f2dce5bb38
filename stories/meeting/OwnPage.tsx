import { useEffect, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

interface OwnPageProps {
  /** Whose page it is. */
  readonly title: string;
  /** Gets the page's body, for what has to be put at its end. */
  readonly children: (body: HTMLElement) => ReactNode;
}

/**
 * A page of somebody's own inside this page, drawn by the same React. A dialog makes the rest of its page inert, so
 * several people on one page would lock each other out.
 */
export function OwnPage({ title, children }: OwnPageProps) {
  const [page, setPage] = useState<Document | null>(null);
  useEffect(() => (page === null ? undefined : followLook(page)), [page]);
  return (
    <>
      {/* Nothing in it but what is drawn here: no address, no script of others. */}
      {/* oxlint-disable-next-line react/iframe-missing-sandbox */}
      <iframe
        title={title}
        srcDoc={`<!doctype html><html lang="en"><head><title>${title}</title></head><body></body></html>`}
        onLoad={(event) => setPage(event.currentTarget.contentDocument)}
        style={{ display: 'block', inlineSize: '100%', blockSize: '100%', border: 0 }}
      />
      {page !== null && createPortal(children(page.body), page.body)}
    </>
  );
}

/** Takes over style sheets, scheme and direction of the page around, now and whenever they change. */
function followLook(page: Document): () => void {
  const around = document.documentElement;
  const look = () => {
    page.documentElement.style.colorScheme = around.style.colorScheme;
    page.documentElement.dir = around.dir;
  };
  const sheets = () => {
    for (const copy of page.head.querySelectorAll('style, link')) copy.remove();
    for (const sheet of document.head.querySelectorAll('style, link[rel="stylesheet"]'))
      page.head.append(page.importNode(sheet, true));
  };
  page.body.style.cssText = 'margin:0;block-size:100vh';
  look();
  sheets();
  const lookWatch = new MutationObserver(look);
  lookWatch.observe(around, { attributeFilter: ['style', 'dir'] });
  const sheetWatch = new MutationObserver(sheets);
  sheetWatch.observe(document.head, { childList: true, subtree: true, characterData: true });
  return () => {
    lookWatch.disconnect();
    sheetWatch.disconnect();
  };
}
