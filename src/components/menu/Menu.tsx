'use client';

import * as Dropdown from '@radix-ui/react-dropdown-menu';
import {
  cloneElement,
  forwardRef,
  useContext,
  useId,
  useImperativeHandle,
  useState,
  type HTMLAttributes,
  type KeyboardEvent,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
  type SyntheticEvent,
} from 'react';
import { classNames } from '../parts/classNames.js';
import { SurfaceContext, lookAttributes } from '../parts/surfaceContext.js';

/** Props of {@link Menu}. */
export interface MenuProps extends HTMLAttributes<HTMLDivElement> {
  /** The button that opens it: one element that takes a ref and props. It names the menu. */
  readonly trigger: ReactElement<HTMLAttributes<HTMLElement>>;
  /** Whether it is open, if the caller decides, for example to open it with a key. */
  readonly open?: boolean;
  /** Called when it wants to open or close. */
  readonly onOpenChange?: (open: boolean) => void;
  /** Which edge of the button it keeps to.
   * @default 'end' */
  readonly align?: 'start' | 'center' | 'end';
  /** Where the menu is put. Without it where the surface says, else at the end of the page. */
  readonly container?: HTMLElement | null | undefined;
  /** Called when the focus is about to return to the button. Prevent the default to send it elsewhere. */
  readonly onCloseAutoFocus?: (event: Event) => void;
  /** {@link MenuHeading}, {@link MenuItem} and {@link MenuRule}. */
  readonly children: ReactNode;
}

/**
 * A menu on a button. It does not lock the page behind it; a press elsewhere closes it.
 *
 * Element: `div.brk.brk-menu[role=menu]` in a portal. There is only the button until it is pressed or has the focus.
 *
 * @example
 * <Menu trigger={<IconButton icon="more" size="s" label="Move Priya Nair to…" />}>
 *   <MenuHeading>Move Priya Nair to…</MenuHeading>
 *   <MenuItem icon={<Plate room={3} />} tail="4 free" onSelect={move}>Design critique</MenuItem>
 * </Menu>
 */
export const Menu = forwardRef<HTMLDivElement, MenuProps>(function Menu({ open, ...props }, ref) {
  return open === undefined ? (
    <OwnMenu ref={ref} {...props} />
  ) : (
    <OpenableMenu ref={ref} open={open} {...props} />
  );
});

/** Opened by its button. What opens it is made with the first press or focus: most menus of a page are never opened. */
const OwnMenu = forwardRef<HTMLDivElement, Omit<MenuProps, 'open'>>(function OwnMenu(
  { trigger, onOpenChange, ...props },
  ref,
) {
  const [button, setButton] = useState<HTMLElement | null>(null);
  const [open, setOpen] = useState(false);
  const made = useId();
  const id = trigger.props.id ?? made;
  const change = (now: boolean) => {
    setOpen(now);
    onOpenChange?.(now);
  };
  const { onFocus, onKeyDown, onPointerDown } = trigger.props;
  const know = ({ currentTarget }: SyntheticEvent<HTMLElement>) => setButton(currentTarget);
  return (
    <>
      {cloneElement(trigger, {
        id,
        'aria-haspopup': 'menu',
        'aria-expanded': open,
        'aria-controls': open ? `${id}-menu` : undefined,
        onFocus(event) {
          onFocus?.(event);
          know(event);
        },
        onPointerDown(event: PointerEvent<HTMLElement>) {
          onPointerDown?.(event);
          if (event.defaultPrevented || event.button !== 0 || event.ctrlKey) return;
          know(event);
          // The menu gets the focus, and not the button.
          if (!open) event.preventDefault();
          change(!open);
        },
        onKeyDown(event) {
          onKeyDown?.(event);
          if (event.defaultPrevented || !['Enter', ' ', 'ArrowDown'].includes(event.key)) return;
          event.preventDefault();
          change(event.key === 'ArrowDown' || !open);
        },
      })}
      {button && (
        <OpenableMenu
          ref={ref}
          id={`${id}-menu`}
          aria-labelledby={id}
          {...props}
          open={open}
          onOpenChange={change}
          trigger={<Standing button={button} />}
        />
      )}
    </>
  );
});

/** Stands for a button that is drawn elsewhere: the menu is put there, and gives the focus back to it. */
const Standing = forwardRef<HTMLElement, { readonly button: HTMLElement }>(function Standing(
  { button },
  ref,
) {
  useImperativeHandle(ref, () => button, [button]);
  return null;
});

const OpenableMenu = forwardRef<HTMLDivElement, MenuProps>(function OpenableMenu(
  { trigger, open, onOpenChange, align = 'end', container, onCloseAutoFocus, className, dir, ...rest },
  ref,
) {
  const look = useContext(SurfaceContext);
  const direction = dir === 'rtl' || dir === 'ltr' ? dir : look.dir;
  return (
    <Dropdown.Root
      modal={false}
      {...(direction === undefined ? {} : { dir: direction })}
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
    >
      <Dropdown.Trigger asChild>{trigger}</Dropdown.Trigger>
      <Dropdown.Portal container={container ?? look.container}>
        <Dropdown.Content
          ref={ref}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          loop
          {...lookAttributes({ ...look, dir: direction })}
          {...(onCloseAutoFocus === undefined ? {} : { onCloseAutoFocus })}
          {...rest}
          onKeyDownCapture={goAlong}
          className={classNames('brk brk-menu', className)}
        />
      </Dropdown.Portal>
    </Dropdown.Root>
  );
});

/**
 * Goes from line to line. Radix asks the page which of them has the focus; inside a shadow root, or in the page of another
 * window, that page does not know, and every key would lead to the last line.
 */
function goAlong(event: KeyboardEvent<HTMLElement>): void {
  const lines = [
    ...event.currentTarget.querySelectorAll<HTMLElement>('[role^="menuitem"]:not([data-disabled])'),
  ];
  const at = lines.indexOf(event.target as HTMLElement);
  const to = stepTo(event.key, at, lines.length);
  if (to === null) return;
  event.preventDefault();
  lines[to]?.focus();
}

function stepTo(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return at <= 0 ? count - 1 : at - 1;
    case 'Home':
    case 'PageUp':
      return 0;
    case 'End':
    case 'PageDown':
      return count - 1;
    default:
      return null;
  }
}
