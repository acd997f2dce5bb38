'use client';

import * as Dialog from '@radix-ui/react-dialog';
import {
  forwardRef,
  useContext,
  useId,
  useRef,
  type HTMLAttributes,
  type ReactNode,
  type RefObject,
} from 'react';
import { classNames } from '../parts/classNames.js';
import { roomHue } from '../parts/Plate.js';
import { SurfaceContext, lookAttributes } from '../parts/surfaceContext.js';
import { useModality } from './useModality.js';

/** Props of {@link Modal}. */
export interface ModalProps extends Omit<HTMLAttributes<HTMLDivElement>, 'title'> {
  /** Whether it is there. Closing is up to whoever opened it. */
  readonly open: boolean;
  /** Escape was pressed. Nothing happens by itself. */
  readonly onEscape?: (() => void) | undefined;
  /** The backdrop was pressed. Nothing happens by itself. */
  readonly onOutside?: (() => void) | undefined;
  /** Gets the focus at the beginning: the safe choice. Without it the title does. Never a choice that times out. */
  readonly initialFocus?: RefObject<HTMLElement | null> | undefined;
  /** Gets the focus at the end when what opened the dialog is gone. */
  readonly fallbackFocus?: RefObject<HTMLElement | null> | undefined;
  /** Where the dialog is put. Without it where the surface says, else at the end of the page. */
  readonly container?: HTMLElement | null | undefined;
  /** The room it is about: gives the hue. */
  readonly room?: number | 'main' | undefined;
  /** `sheet` rises from the lower edge at every width; the default does so below 380 px only. */
  readonly shape?: 'sheet' | undefined;
  /** `wide` for content in columns. */
  readonly width?: 'wide' | undefined;
  /** A sentence for the ear. A live region outside a dialog may go unheard, so there is one in every dialog. */
  readonly spoken?: string | undefined;
  /** The dialog's content, with one {@link ModalTitle}. */
  readonly children: ReactNode;
}

/**
 * A dialog that has to be answered or put aside: the rest of the page is inert, except what is spoken and heard.
 *
 * Element: `div.brk-dialog[role=dialog]` (or `.brk-sheet`) inside `div.brk.brk-backdrop`, in a portal.
 * Data: `room`, `width`.
 *
 * @example
 * <Modal open={invited} room={2} onEscape={putAside} initialFocus={notNow}>
 *   <ModalTitle>Join Onboarding?</ModalTitle>
 *   <div className="brk-dialog-actions"><Button ref={notNow}>Not now</Button></div>
 * </Modal>
 */
export const Modal = forwardRef<HTMLDivElement, ModalProps>(function Modal(props, ref) {
  const { open, onEscape, onOutside, initialFocus, fallbackFocus, container, ...others } = props;
  const { room, shape, width, spoken, className, children, ...rest } = others;
  const look = useContext(SurfaceContext);
  return (
    <Dialog.Root open={open} modal={false}>
      <Dialog.Portal container={container ?? look.container}>
        <Backdrop initialFocus={initialFocus} fallbackFocus={fallbackFocus}>
          <Dialog.Content
            ref={ref}
            aria-modal="true"
            data-room={room === undefined ? undefined : roomHue(room)}
            data-width={width}
            {...rest}
            className={classNames(shape === 'sheet' ? 'brk-sheet' : 'brk-dialog', className)}
            // The focus is ours on both ways; see useModality.
            onOpenAutoFocus={(event) => event.preventDefault()}
            onCloseAutoFocus={(event) => event.preventDefault()}
            onFocusOutside={(event) => event.preventDefault()}
            onEscapeKeyDown={(event) => {
              event.preventDefault();
              onEscape?.();
            }}
            onPointerDownOutside={(event) => {
              event.preventDefault();
              onOutside?.();
            }}
          >
            {children}
            <div data-brk-live="" role="status">
              {spoken}
            </div>
          </Dialog.Content>
        </Backdrop>
      </Dialog.Portal>
    </Dialog.Root>
  );
});

interface BackdropProps {
  readonly initialFocus: ModalProps['initialFocus'] | undefined;
  readonly fallbackFocus: ModalProps['fallbackFocus'] | undefined;
  readonly children: ReactNode;
}

/** Mounted while the dialog is open, so that its effects last exactly as long. */
function Backdrop({ initialFocus, fallbackFocus, children }: BackdropProps) {
  const look = useContext(SurfaceContext);
  const root = useRef<HTMLDivElement>(null);
  useModality(root, useId(), { initial: initialFocus, fallback: fallbackFocus });
  return (
    <div
      ref={root}
      {...lookAttributes(look)}
      role="presentation"
      className="brk brk-backdrop"
      // A press on it would take the focus out of the dialog.
      onMouseDown={(event) => event.target === event.currentTarget && event.preventDefault()}
    >
      {children}
    </div>
  );
}

/** Props of {@link ModalTitle}. */
export interface ModalTitleProps extends HTMLAttributes<HTMLHeadingElement> {
  readonly children: ReactNode;
}

/**
 * The question a dialog asks: its accessible name, and where the focus begins unless `initialFocus` says otherwise.
 *
 * Element: `h2.brk-dialog-title`.
 *
 * @example
 * <ModalTitle>Join Onboarding?</ModalTitle>
 */
export const ModalTitle = forwardRef<HTMLHeadingElement, ModalTitleProps>(function ModalTitle(
  { className, ...rest },
  ref,
) {
  return (
    <Dialog.Title
      ref={ref}
      tabIndex={-1}
      data-brk-title=""
      {...rest}
      className={classNames('brk-dialog-title', className)}
    />
  );
});

/** Props of {@link ModalDescription}: those of a `p`. */
export type ModalDescriptionProps = HTMLAttributes<HTMLParagraphElement>;

/**
 * The sentence under the question, read with it.
 *
 * Element: `p.brk-dialog-lead`.
 *
 * @example
 * <ModalDescription>Ana Ruiz invites you to Room 2.</ModalDescription>
 */
export const ModalDescription = forwardRef<HTMLParagraphElement, ModalDescriptionProps>(
  function ModalDescription({ className, ...rest }, ref) {
    return <Dialog.Description ref={ref} {...rest} className={classNames('brk-dialog-lead', className)} />;
  },
);
