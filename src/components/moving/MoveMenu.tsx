'use client';

import { useCallback, useRef } from 'react';
import { useKit } from '../../hooks/kit.js';
import { useView } from '../../hooks/useView.js';
import type { PersonKey, State } from '../../state/types.js';
import { personView } from '../../state/view/personView.js';
import { focusFirst, focusIsLost } from '../dialog/focus.js';
import { Modal, ModalTitle } from '../dialog/Modal.js';
import { Menu } from '../menu/Menu.js';
import { MenuHeading, MenuItem, MenuRule } from '../menu/MenuItem.js';
import { Avatar } from '../parts/Avatar.js';
import { Icon } from '../parts/Icon.js';
import { IconButton } from '../parts/IconButton.js';
import { KeyCap } from '../parts/KeyCap.js';
import { Plate } from '../parts/Plate.js';
import { useRuleActions } from '../planner/options/useRuleActions.js';
import type { OpenMenu } from './board.js';
import { choicesFor, choiceTitle, type Choice } from './choices.js';
import { labelOf } from './labels.js';
import { NONE_SELECTED } from './selection.js';
import { focusLastRow } from './useFocusHeld.js';
import { useMove } from './useMove.js';
import { useBoard, useOnBoard } from './useBoard.js';
import { useBrowserLayoutEffect } from '../parts/useBrowserLayoutEffect.js';

/**
 * "Move Lena Vogel to…": the base path of every move. There is one for the whole board, put at the button that asks for
 * it, so that a row costs a button and not a menu.
 */
export function MoveMenu() {
  const menu = useOnBoard(readMenu);
  return menu && (menu.sheet ? <MoveSheet menu={menu} /> : <MoveDropdown menu={menu} />);
}

const readMenu = ({ menu }: { readonly menu: OpenMenu | null }) => menu;

function MoveDropdown({ menu }: { readonly menu: OpenMenu }) {
  const board = useBoard();
  const { title, choices, choose, close } = useChoices(menu);
  const anchor = useRef<HTMLSpanElement>(null);
  useBrowserLayoutEffect(() => {
    const span = anchor.current;
    const frame = span?.offsetParent?.getBoundingClientRect();
    if (!span || !frame) return;
    const box = menu.anchor.getBoundingClientRect();
    span.style.setProperty('left', `${String(box.left - frame.left)}px`);
    span.style.setProperty('top', `${String(box.top - frame.top)}px`);
    span.style.setProperty('width', `${String(box.width)}px`);
    span.style.setProperty('height', `${String(box.height)}px`);
  }, [menu]);
  return (
    <Menu
      open
      onOpenChange={(open) => !open && close()}
      align={menu.list === null ? 'start' : 'end'}
      trigger={<span ref={anchor} className="brk-menu-anchor" aria-hidden="true" />}
      aria-label={title}
      aria-labelledby={undefined}
      onCloseAutoFocus={(event) => {
        event.preventDefault();
        // A move has already put the focus on the next person; a menu that was just closed has not.
        if (focusIsLost(menu.anchor.ownerDocument) && !focusFirst([menu.anchor])) focusLastRow(board);
      }}
    >
      <MenuHeading>{title}</MenuHeading>
      {choices.map((choice) =>
        choice.kind === 'rule' ? (
          <MenuRule key={choice.id} />
        ) : (
          <MenuItem
            key={choice.id}
            icon={<ChoiceIcon choice={choice} />}
            tail={choice.keyCap === null ? (choice.tail ?? undefined) : <KeyCap>{choice.keyCap}</KeyCap>}
            unavailable={choice.unavailable}
            onSelect={() => choose(choice)}
          >
            {choice.label}
          </MenuItem>
        ),
      )}
    </Menu>
  );
}

function MoveSheet({ menu }: { readonly menu: OpenMenu }) {
  const { messages } = useKit('MoveMenu');
  const board = useBoard();
  const { title, person, choices, choose, close } = useChoices(menu);
  const back = useRef<HTMLElement>(menu.anchor);
  const dismiss = () => {
    close();
    const [key] = menu.people;
    if (key !== undefined && board.get().selected.size === 1) board.set(NONE_SELECTED);
  };
  const acts = choices.filter((choice) => choice.kind === 'act');
  const line = (choice: Act) => (
    <li key={choice.id}>
      <SheetButton choice={choice} onChoose={() => choose(choice)} />
    </li>
  );
  return (
    <Modal open shape="sheet" onEscape={dismiss} onOutside={dismiss} fallbackFocus={back}>
      <div className="brk-sheet-grab" />
      <div className="brk-sheet-head">
        {person && <Avatar personKey={person.key} name={person.name} />}
        <ModalTitle>{title}</ModalTitle>
        <IconButton icon="close" label={messages.common.close} onClick={dismiss} />
      </div>
      <ul role="list">{acts.filter(isRoom).map(line)}</ul>
      <hr className="brk-menu-rule" />
      <ul role="list">
        {acts.filter((choice) => !isRoom(choice)).map(line)}
        {menu.people.length === 1 && (
          <li>
            <button type="button" className="brk-menu-item" onClick={close}>
              <Icon name="people" />
              <span className="brk-name">{messages.planner.selectMore}</span>
            </button>
          </li>
        )}
      </ul>
    </Modal>
  );
}

function SheetButton({ choice, onChoose }: { readonly choice: Act; readonly onChoose: () => void }) {
  return (
    <button
      type="button"
      className="brk-menu-item"
      aria-disabled={choice.unavailable === undefined ? undefined : true}
      title={choice.unavailable}
      onClick={() => choice.unavailable === undefined && onChoose()}
    >
      <ChoiceIcon choice={choice} />
      <span className="brk-name">{choice.label}</span>
      {choice.tail !== null && <small>{choice.tail}</small>}
    </button>
  );
}

type Act = Extract<Choice, { readonly kind: 'act' }>;

const isRoom = ({ plate }: Act) => plate !== null;

const ChoiceIcon = ({ choice }: { readonly choice: Act }) =>
  choice.plate === null ? choice.icon && <Icon name={choice.icon} /> : <Plate room={choice.plate} />;

const firstOf = (state: State, key: PersonKey | undefined) =>
  key === undefined ? null : personView(state, key);

function useChoices({ people, list }: OpenMenu) {
  const { session, messages } = useKit('MoveMenu');
  const board = useBoard();
  const { move, spread, tell } = useMove();
  const { add } = useRuleActions();
  const [first] = people;
  const single = people.length === 1 ? first : undefined;
  // Seats change while it is open: someone else may take the last one.
  const state = useView(useCallback((now: State) => now, []));
  const { planner } = messages;
  const who = first === undefined ? '' : labelOf(state, first, messages);
  const close = () => board.set({ menu: null });
  const choose = ({ does }: Act) => {
    const from = list === null ? undefined : { list, people: board.lists.get(list)?.people ?? [] };
    close();
    if (does.what === 'move') move({ people, to: does.to, by: 'menu', from });
    else if (does.what === 'spread') spread({ people, by: 'menu', from });
    else if (does.what === 'rule') add({ kind: does.kind, people });
    else if (does.what === 'lead') {
      session.actions.setLead({ people, on: does.on });
      tell(does.on ? planner.leads(who) : planner.leadsNot(who), { undoable: true });
    } else if (does.what === 'lock') {
      session.actions.setLocked({ people, on: does.on });
      tell(does.on ? planner.staysWhen(who) : planner.staysNot(who), { undoable: true });
    } else {
      void session.actions.inviteAgain({ people });
      tell(messages.desk.invited(people.length));
    }
  };
  return {
    title: choiceTitle(state, people, messages),
    person: firstOf(state, single),
    choices: choicesFor(state, people, messages),
    choose,
    close,
  };
}
