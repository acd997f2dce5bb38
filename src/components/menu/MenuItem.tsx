'use client';

import * as Dropdown from '@radix-ui/react-dropdown-menu';
import { forwardRef, useId, type HTMLAttributes, type ReactNode } from 'react';
import { classNames } from '../parts/classNames.js';
import { Icon } from '../parts/Icon.js';

/** Props of {@link MenuItem}. */
export interface MenuItemProps extends Omit<HTMLAttributes<HTMLDivElement>, 'onSelect'> {
  /** A plate or a drawing before the words. */
  readonly icon?: ReactNode;
  /** A few words or a key at the end: "4 free". */
  readonly tail?: ReactNode;
  /** Why it cannot be chosen now, as a sentence. The item stays reachable and says the reason. */
  readonly unavailable?: string | undefined;
  /** On or off: makes it a check item. */
  readonly checked?: boolean;
  /** With `checked`: one of several, of which one is on. */
  readonly radio?: boolean;
  /** It was chosen. The menu closes unless the default is prevented. */
  readonly onSelect?: (event: Event) => void;
  /** What it does, in words. */
  readonly children: ReactNode;
}

/**
 * One choice of a menu. A full room stays in the list and says that it is full.
 *
 * Element: `div.brk-menu-item`, role `menuitem`, `menuitemcheckbox` or `menuitemradio`. Data: `highlighted`.
 *
 * @example
 * <MenuItem icon={<Plate room={2} />} tail="Full" unavailable="Onboarding is full">Onboarding</MenuItem>
 */
export const MenuItem = forwardRef<HTMLDivElement, MenuItemProps>(function MenuItem(props, ref) {
  const { icon, tail, unavailable, checked, radio, onSelect, className, children, ...rest } = props;
  const reasonId = useId();
  const shared = {
    ...rest,
    ...(unavailable === undefined
      ? {}
      : { 'aria-disabled': true, 'aria-describedby': reasonId, title: unavailable }),
    className: classNames('brk-menu-item', className),
    onSelect(event: Event) {
      if (unavailable === undefined) onSelect?.(event);
      else event.preventDefault();
    },
  };
  const content = (
    <>
      {checked !== undefined && <span className="brk-menu-check">{checked && <Icon name="check" />}</span>}
      {icon}
      <span className="brk-name">{children}</span>
      {tail !== undefined && (
        <span className="brk-menu-tail">{typeof tail === 'string' ? <small>{tail}</small> : tail}</span>
      )}
      {unavailable !== undefined && (
        <span id={reasonId} hidden>
          {unavailable}
        </span>
      )}
    </>
  );
  if (checked === undefined) {
    return (
      <Dropdown.Item ref={ref} {...shared}>
        {content}
      </Dropdown.Item>
    );
  }
  return (
    <Dropdown.CheckboxItem
      ref={ref}
      checked={checked}
      {...(radio === true ? { role: 'menuitemradio' } : {})}
      {...shared}
    >
      {content}
    </Dropdown.CheckboxItem>
  );
});

/** Props of {@link MenuHeading}: those of a `div`. */
export type MenuHeadingProps = HTMLAttributes<HTMLDivElement>;

/**
 * What the choices below it are about.
 *
 * Element: `div.brk-menu-label`.
 *
 * @example
 * <MenuHeading>Move 3 people to…</MenuHeading>
 */
export const MenuHeading = forwardRef<HTMLDivElement, MenuHeadingProps>(function MenuHeading(
  { className, ...rest },
  ref,
) {
  return <Dropdown.Label ref={ref} {...rest} className={classNames('brk-menu-label', className)} />;
});

/** Props of {@link MenuRule}: those of a `div`. */
export type MenuRuleProps = HTMLAttributes<HTMLDivElement>;

/**
 * A line between two kinds of choices.
 *
 * Element: `div.brk-menu-rule[role=separator]`.
 *
 * @example
 * <MenuRule />
 */
export const MenuRule = forwardRef<HTMLDivElement, MenuRuleProps>(function MenuRule(
  { className, ...rest },
  ref,
) {
  return <Dropdown.Separator ref={ref} {...rest} className={classNames('brk-menu-rule', className)} />;
});
