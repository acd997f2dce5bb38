'use client';

import { useEffect, useId, useRef, type RefObject } from 'react';
import { useMessages } from '../../../hooks/kit.js';
import { Modal, ModalTitle } from '../../dialog/Modal.js';
import { MoveToast } from '../../moving/MoveToast.js';
import { Button } from '../../parts/Button.js';
import { IconButton } from '../../parts/IconButton.js';
import { Warning } from '../../parts/Warning.js';
import type { OptionsPlace } from './showOptions.js';
import type { OptionsControls } from './useOptionsPanel.js';
import { useLoaded } from './useLoaded.js';

const loadContent = () => import('./OptionsContent.js').then(({ OptionsContent }) => OptionsContent);

/** The options of the draft: a panel beside the plan, which stays in sight and in use; on a phone a sheet. */
export function OptionsPanel({ options }: { readonly options: OptionsControls }) {
  const { open, hide, panel, button, more } = options;
  if (!open) return null;
  if (open.sheet)
    return <Sheet place={open.place} panel={panel} onClose={hide} back={button.current ? button : more} />;
  return <Side place={open.place} panel={panel} onClose={hide} />;
}

interface PanelProps {
  readonly place: OptionsPlace;
  readonly panel: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

function Side({ place, panel, onClose }: PanelProps) {
  const { options } = useMessages();
  const title = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // What was asked for has taken the focus by now, unless it is still on its way.
    const inside = panel.current?.contains(panel.current.ownerDocument.activeElement) === true;
    if (place.at === 'top' || !inside) heading.current?.focus();
  }, [place, panel]);
  return (
    // Escape closes it from whatever has the focus inside.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={panel}
      className="brk-options"
      aria-labelledby={title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <div className="brk-options-head">
        <h3 ref={heading} id={title} tabIndex={-1} className="brk-options-title">
          {options.title}
        </h3>
        <IconButton icon="close" label={options.close} onClick={onClose} />
      </div>
      <Content place={place} level={4} />
    </section>
  );
}

function Sheet({
  place,
  panel,
  onClose,
  back,
}: PanelProps & { readonly back: RefObject<HTMLElement | null> }) {
  const { options } = useMessages();
  return (
    <Modal open shape="sheet" onEscape={onClose} onOutside={onClose} fallbackFocus={back}>
      <div className="brk-sheet-grab" />
      <div className="brk-sheet-head">
        <ModalTitle>{options.title}</ModalTitle>
        <IconButton icon="close" label={options.close} onClick={onClose} />
      </div>
      <section ref={panel} className="brk-options" data-sheet="" aria-label={options.title}>
        <Content place={place} level={3} />
        <MoveToast />
      </section>
    </Modal>
  );
}

/** As high as what comes, so that nothing jumps. */
function Content({ place, level }: Pick<PanelProps, 'place'> & { readonly level: 3 | 4 }) {
  const { options } = useMessages();
  const { part: Part, failed, again } = useLoaded(loadContent);
  if (Part) return <Part place={place} level={level} />;
  return (
    <div className="brk-options-body" data-loading="" aria-busy={!failed}>
      {failed ? (
        <Warning
          as="div"
          role="alert"
          remedy={
            <Button kind="link" onClick={again}>
              {options.tryAgain}
            </Button>
          }
        >
          {options.notLoaded}
        </Warning>
      ) : (
        <p className="brk-quiet">{options.loading}</p>
      )}
    </div>
  );
}
