import { forwardRef, type ButtonHTMLAttributes, type HTMLAttributes, type ReactNode, type Ref } from 'react';
import { Avatar } from './Avatar.js';
import { classNames } from './classNames.js';
import { Hidden } from './Hidden.js';
import { Icon } from './Icon.js';
import { PersonName } from './PersonName.js';

/** Props of {@link Chip}. */
export interface ChipProps extends Omit<HTMLAttributes<HTMLElement>, 'children'> {
  /** The element of the root.
   * @default 'div' */
  readonly as?: 'div' | 'li';
  /** The person's key: gives their hue. */
  readonly personKey: string;
  /** Their name, as given; it is cleaned for display. */
  readonly name: string;
  /** The word for somebody whose name shows nothing. */
  readonly guestName?: string;
  /** A picture instead of the initials. */
  readonly avatarUrl?: string | undefined;
  /** Which of several people of this name, from 1, in order of arrival. */
  readonly twin?: number | undefined;
  /** Leads the room: the words for it, for example "Room lead". */
  readonly lead?: string | undefined;
  /** Stays when others are reshuffled: the words for it. */
  readonly locked?: string | undefined;
  /** Selected: the avatar becomes a tick. */
  readonly selected?: boolean;
  /** Drawn as if under the pointer. */
  readonly hovered?: boolean;
  /** `origin` is the place left behind during a drag, `lifted` is picked up. */
  readonly state?: 'origin' | 'lifted' | undefined;
  /** Without a surface, for people who are where they should be. */
  readonly plain?: boolean;
  /** Expected here, but not here: the avatar is hollow. */
  readonly away?: boolean;
  /** Shows the grip under the pointer. */
  readonly movable?: boolean;
  /** Props of the main button: its `onClick`, `aria-pressed`, `tabIndex`. Without them the main part is text. */
  readonly main?: ButtonHTMLAttributes<HTMLButtonElement>;
  /** The main button itself, to focus it. */
  readonly mainRef?: Ref<HTMLButtonElement>;
  /** The root is a row of a grid (give it `role="row"`): the parts are wrapped in its one cell. */
  readonly cell?: boolean;
  /** Content of the tail before the menu: a tag, a status word, a plate. */
  readonly tail?: ReactNode;
  /** The menu button. */
  readonly menu?: ReactNode;
  /** Further content of the main part, after the marks. */
  readonly children?: ReactNode;
}

/**
 * A person: a token to select, move and open a menu on.
 *
 * Element: `div.brk-chip` (or `li`) with `.brk-chip-main` and `.brk-chip-tail`. Data: `selected`, `hover`, `state`
 * (`origin`, `lifted`), `plain`, `movable`.
 *
 * @example
 * <Chip personKey="c-81" name="Maria Silva" twin={1} main={{ onClick: toggle }} menu={<PersonMenu />} />
 */
export const Chip = forwardRef<HTMLElement, ChipProps>(function Chip(props, ref) {
  const { as, personKey, name, guestName, avatarUrl, twin, lead, locked, ...others } = props;
  const { selected, hovered, state, plain, away, movable, main, mainRef, cell, ...more } = others;
  const { tail, menu, children, className, ...rest } = more;
  // One element type for the compiler; a list item takes the same props.
  const Root = (as ?? 'div') as 'div';
  const inside = (
    <>
      {movable === true && (
        <span className="brk-chip-grip">
          <Icon name="grip" size="s" />
        </span>
      )}
      <Avatar personKey={personKey} name={name} avatarUrl={avatarUrl} away={away === true} />
      {selected === true && (
        <span className="brk-tick">
          <Icon name="check" size="s" />
        </span>
      )}
      <PersonName name={name} {...(guestName === undefined ? {} : { guestName })} />
      {/* Spaces between the parts are not drawn, but heard. */}{' '}
      {twin !== undefined && <span className="brk-chip-tag">({twin})</span>}{' '}
      {lead !== undefined && <Mark mark="lead" icon="star" label={lead} />}{' '}
      {locked !== undefined && <Mark mark="lock" icon="lock" label={locked} />} {children}
    </>
  );
  const parts = (
    <>
      {main === undefined && mainRef === undefined ? (
        <span className="brk-chip-main">{inside}</span>
      ) : (
        <button
          ref={mainRef}
          type="button"
          {...main}
          className={classNames('brk-chip-main', main?.className)}
        >
          {inside}
        </button>
      )}
      {(tail !== undefined || menu !== undefined) && (
        <span className="brk-chip-tail">
          {tail}
          {menu}
        </span>
      )}
    </>
  );
  return (
    <Root
      ref={ref as Ref<HTMLDivElement>}
      data-selected={selected === true ? 'true' : undefined}
      data-hover={hovered === true ? 'true' : undefined}
      data-state={state}
      data-plain={plain === true ? '' : undefined}
      data-movable={movable === true ? '' : undefined}
      {...rest}
      className={classNames('brk-chip', className)}
    >
      {cell === true ? (
        <span role="gridcell" className="brk-chip-cell">
          {parts}
        </span>
      ) : (
        parts
      )}
    </Root>
  );
});

function Mark({ mark, icon, label }: { mark: 'lead' | 'lock'; icon: 'star' | 'lock'; label: string }) {
  return (
    <span className="brk-chip-mark" data-mark={mark} title={label}>
      <Icon name={icon} size="s" />
      <Hidden>{label}</Hidden>
    </span>
  );
}
