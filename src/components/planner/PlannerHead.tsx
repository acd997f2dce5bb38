'use client';

import { useId, useRef, useState } from 'react';
import { useKit } from '../../hooks/kit.js';
import { useView } from '../../hooks/useView.js';
import type { State } from '../../state/types.js';
import { canRedo as hasRedo, canUndo as hasUndo, eachHint, pool } from '../../state/view/plan.js';
import { useListDialogs } from '../list/useListDialogs.js';
import { Menu } from '../menu/Menu.js';
import { MenuItem, MenuRule } from '../menu/MenuItem.js';
import { useMove } from '../moving/useMove.js';
import { onPhone } from '../moving/useOpenMenu.js';
import { Button } from '../parts/Button.js';
import { Icon } from '../parts/Icon.js';
import { IconButton } from '../parts/IconButton.js';
import { Segmented } from '../parts/Segmented.js';
import { Stepper } from '../parts/Stepper.js';
import { lastChange } from './lastChange.js';
import type { OptionsControls } from './options/useOptionsPanel.js';
import { RoundMark } from './RoundMark.js';

interface PlannerHeadProps {
  readonly onClose: (() => void) | undefined;
  /** The id of the title. */
  readonly titleId: string;
  readonly options: OptionsControls;
}

/** Below this width of the planner there is no room for the button of the options: the menu has it. */
const NARROW = 640;

/** What this is, that nobody moves yet, and how many rooms of how many people. */
export function PlannerHead({ onClose, titleId, options }: PlannerHeadProps) {
  const { open, show, hide, button, more } = options;
  const { messages } = useKit('PlannerHead');
  const { planner, common } = messages;
  return (
    <header className="brk-head">
      <div className="brk-head-row" data-line="">
        <h2 className="brk-title" id={titleId}>
          {common.title}
        </h2>
        <p className="brk-phase brk-hide-narrow">{planner.phase}</p>
        <span className="brk-push" />
        <History show={show} more={more} />
        {onClose && <IconButton icon="close" label={common.close} onClick={onClose} />}
      </div>
      <RoundMark />
      <Tools open={open} show={show} hide={hide} button={button} />
    </header>
  );
}

/** Undo, redo, and what is done with the whole draft. */
function History({ show, more: button }: Pick<OptionsControls, 'show' | 'more'>) {
  const { session, messages } = useKit('PlannerHead');
  const { planner, common } = messages;
  const { actions } = session;
  const split = useView(splitOf);
  const opening = useView(openingOf);
  const canUndo = useView(hasUndo);
  const canRedo = useView(hasRedo);
  const isAnySeated = useView(hasSeated);
  const { move, tell, undo, redo } = useMove();
  const [phone, setPhone] = useState(false);
  const canChoose = useView(mayChoose);
  const [narrow, setNarrow] = useState(false);
  const leadsToOptions = useRef(false);
  const change = useView((state) => lastChange(state, messages));
  const setSplit = useSetSplit();
  const lists = useListDialogs();
  const setOpening = (way: keyof typeof planner.openingNowSet) => {
    actions.setOpening(way);
    tell(planner.openingNowSet[way], { undoable: true });
  };
  return (
    <>
      <IconButton
        icon="undo"
        label={change === null ? common.undo : planner.undoOf(change)}
        unavailable={canUndo ? undefined : planner.nothingToUndo}
        onClick={undo}
      />
      <IconButton
        className="brk-hide-narrow"
        icon="redo"
        label={common.redo}
        unavailable={canRedo ? undefined : planner.nothingToRedo}
        onClick={redo}
      />
      <Menu
        trigger={<IconButton ref={button} icon="more" label={planner.more} />}
        onOpenChange={(open) => {
          if (!open || !button.current) return;
          setPhone(onPhone(button.current));
          const width = button.current.closest('.brk')?.clientWidth ?? 0;
          setNarrow(width > 0 && width < NARROW);
        }}
        onCloseAutoFocus={(event) => {
          if (leadsToOptions.current) event.preventDefault();
          leadsToOptions.current = false;
        }}
      >
        {phone && (
          <>
            <MenuItem radio checked={split === 'even'} onSelect={() => setSplit('even')}>
              {planner.even}
            </MenuItem>
            <MenuItem radio checked={split === 'hand'} onSelect={() => setSplit('hand')}>
              {planner.byHand}
            </MenuItem>
            {canChoose && (
              <MenuItem radio checked={split === 'choose'} onSelect={() => setSplit('choose')}>
                {planner.choose}
              </MenuItem>
            )}
            <MenuRule />
            <MenuItem radio checked={opening === 'invite'} onSelect={() => setOpening('invite')}>
              {planner.invite}
            </MenuItem>
            <MenuItem radio checked={opening === 'move'} onSelect={() => setOpening('move')}>
              {planner.moveAtOnce}
            </MenuItem>
            <MenuRule />
          </>
        )}
        {narrow && (
          <MenuItem
            icon={<Icon name="options" />}
            onSelect={() => {
              leadsToOptions.current = true;
              show({ at: 'top' });
            }}
          >
            {messages.options.title}
          </MenuItem>
        )}
        <MenuItem
          icon={<Icon name="redo" />}
          unavailable={canRedo ? undefined : planner.nothingToRedo}
          onSelect={redo}
        >
          {common.redo}
        </MenuItem>
        <MenuItem
          icon={<Icon name="minus" />}
          unavailable={isAnySeated ? undefined : planner.nobodySeated}
          onSelect={() =>
            move({ people: [...session.store.getState().plan.seats.keys()], to: 'none', by: 'menu' })
          }
        >
          {planner.unassignAll}
        </MenuItem>
        <MenuRule />
        {lists.items}
      </Menu>
      {lists.dialog}
    </>
  );
}

/** Kits have to talk for people to choose. A draft that was made where they could keeps its mark. */
const mayChoose = ({ capabilities, plan }: State) => capabilities.wire || plan.split === 'choose';

// Each part reads only what it shows: the whole draft changes with every move.
const splitOf = ({ plan }: State) => plan.split;
const openingOf = ({ plan }: State) => plan.opening;
const countRooms = ({ plan }: State) => plan.rooms.length;
const hasSeated = (state: State) => pool(state).seated.length > 0;

/** Chooses how people are split, and says so. */
function useSetSplit() {
  const { session, messages } = useKit('PlannerHead');
  const { tell } = useMove();
  return (split: keyof typeof messages.planner.splitNow) => {
    session.actions.setSplit(split);
    tell(messages.planner.splitNow[split], { undoable: true });
  };
}

/** How many rooms, how they are filled, and another draw. */
function Tools({ open, show, hide, button }: Omit<OptionsControls, 'more' | 'panel'>) {
  const { session, messages } = useKit('PlannerHead');
  const { planner } = messages;
  const { actions } = session;
  const split = useView(splitOf);
  const rooms = useView(countRooms);
  const { least, most } = useView(eachHint);
  const { tell } = useMove();
  const maxRooms = useView((state) => state.limits.maxRooms);
  const canChoose = useView(mayChoose);
  const label = useId();
  const setRoomCount = (count: number) => {
    actions.setRoomCount(count);
    const now = eachHint(session.store.getState());
    tell(planner.roomsNow(count, now.most > 0 ? planner.each(now.least, now.most) : null), {
      undoable: true,
    });
  };
  const setSplit = useSetSplit();
  // What people chose is not drawn again over their heads.
  const notShuffled = split === 'choose' ? planner.theyChoose : undefined;
  const reshuffle = () => {
    actions.reshuffle();
    tell(planner.reshuffled, { undoable: true });
  };
  return (
    <div className="brk-tools">
      <div className="brk-tool">
        <span className="brk-tool-label brk-hide-narrow" aria-hidden="true" id={label}>
          {planner.rooms}
        </span>
        <Stepper
          label={planner.roomCount}
          fewerLabel={planner.oneFewer}
          moreLabel={planner.oneMore}
          value={rooms}
          min={1}
          max={maxRooms}
          minReason={planner.onlyRoom}
          maxReason={planner.limitTitle(maxRooms)}
          onRefused={tell}
          onChange={setRoomCount}
        />
        {most > 0 && (
          <span className="brk-hint">
            <span className="brk-hide-narrow">{planner.each(least, most)}</span>
            <span className="brk-only-narrow brk-hide-phone">
              {planner.roomsOf(planner.each(least, most))}
            </span>
            <span className="brk-only-phone">{planner.roomsOf(planner.eachShort(least, most))}</span>
          </span>
        )}
      </div>
      <Segmented
        className="brk-hide-phone"
        label={planner.howToSplit}
        options={[
          { value: 'even', label: planner.even },
          { value: 'hand', label: planner.byHand },
          ...(canChoose ? [{ value: 'choose' as const, label: planner.choose }] : []),
        ]}
        value={split}
        onChange={setSplit}
      />
      <Button className="brk-hide-phone" icon="shuffle" unavailable={notShuffled} onClick={reshuffle}>
        {planner.reshuffle}
      </Button>
      <IconButton
        className="brk-only-phone brk-push"
        icon="shuffle"
        label={planner.reshuffle}
        unavailable={notShuffled}
        onClick={reshuffle}
      />
      <Button
        ref={button}
        className="brk-hide-narrow brk-push"
        kind="quiet"
        icon="options"
        aria-expanded={open !== null}
        onClick={() => (open ? hide() : show({ at: 'top' }))}
      >
        {messages.options.title}
      </Button>
    </div>
  );
}
