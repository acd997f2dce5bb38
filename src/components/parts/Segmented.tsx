'use client';

import {
  forwardRef,
  useRef,
  type HTMLAttributes,
  type KeyboardEvent,
  type ReactElement,
  type Ref,
} from 'react';
import { classNames } from './classNames.js';
import { Icon } from './Icon.js';
import type { IconName } from './iconPaths.js';
import { isRightToLeft } from './writingDirection.js';

/** One choice of {@link Segmented}. */
export interface Segment<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly icon?: IconName;
}

/** Props of {@link Segmented}. */
export interface SegmentedProps<T extends string> extends Omit<HTMLAttributes<HTMLDivElement>, 'onChange'> {
  /** What is chosen, in words: the name of the group. */
  readonly label: string;
  /** The choices in order. */
  readonly options: readonly Segment<T>[];
  /** The chosen one. */
  readonly value: T;
  /** Called with the newly chosen value, never with the one chosen already. */
  readonly onChange: (value: T) => void;
  /** As wide as its container. */
  readonly block?: boolean;
  /** `s` is 28 px high. */
  readonly size?: 's';
}

/**
 * A choice of a few, side by side: a radio group. One tab stop; arrow keys choose and follow the writing direction.
 *
 * Element: `div.brk-seg[role=radiogroup]` of `button[role=radio]`. Data: `block`, `size`.
 *
 * @example
 * <Segmented label="How to split" options={ways} value={way} onChange={setWay} />
 */
export const Segmented = forwardRef(function Segmented<T extends string>(
  { label, options, value, onChange, block, size, className, onKeyDown, ...rest }: SegmentedProps<T>,
  ref: Ref<HTMLDivElement>,
) {
  const buttons = useRef(new Map<T, HTMLButtonElement>());
  const chosen = options.findIndex((option) => option.value === value);

  function choose(option: Segment<T>) {
    buttons.current.get(option.value)?.focus();
    if (option.value !== value) onChange(option.value);
  }

  function move(event: KeyboardEvent<HTMLDivElement>) {
    onKeyDown?.(event);
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    const focused = options.findIndex((option) => buttons.current.get(option.value) === event.target);
    const next = nextIndex(event.key, focused, options.length, isRightToLeft(event.currentTarget));
    const option = next === undefined ? undefined : options[next];
    if (option === undefined) return;
    event.preventDefault();
    choose(option);
  }

  return (
    <div
      ref={ref}
      role="radiogroup"
      aria-label={label}
      data-block={block === true ? '' : undefined}
      data-size={size}
      {...rest}
      onKeyDown={move}
      className={classNames('brk-seg', className)}
    >
      {options.map((option, at) => (
        <button
          key={option.value}
          ref={(button) => {
            if (button === null) buttons.current.delete(option.value);
            else buttons.current.set(option.value, button);
          }}
          type="button"
          role="radio"
          aria-checked={at === chosen}
          tabIndex={at === Math.max(0, chosen) ? 0 : -1}
          onClick={() => choose(option)}
        >
          {option.icon !== undefined && <Icon name={option.icon} size="s" />}
          {option.label}
        </button>
      ))}
    </div>
  );
}) as <T extends string>(props: SegmentedProps<T> & { readonly ref?: Ref<HTMLDivElement> }) => ReactElement;

function nextIndex(key: string, at: number, count: number, rightToLeft: boolean): number | undefined {
  if (at < 0) return undefined;
  const forward = rightToLeft ? 'ArrowLeft' : 'ArrowRight';
  const back = rightToLeft ? 'ArrowRight' : 'ArrowLeft';
  if (key === forward || key === 'ArrowDown') return (at + 1) % count;
  if (key === back || key === 'ArrowUp') return (at - 1 + count) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return undefined;
}
