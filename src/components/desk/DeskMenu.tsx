'use client';

import { useKit } from '../../hooks/kit.js';
import { useView } from '../../hooks/useView.js';
import { whyNotManage, whyNotTime } from '../../state/rules.js';
import type { LatePolicy, State } from '../../state/types.js';
import { otherModerators } from '../../state/view/live.js';
import { Menu } from '../menu/Menu.js';
import { MenuHeading, MenuItem, MenuRule } from '../menu/MenuItem.js';
import { labelOf } from '../moving/labels.js';
import { useMove } from '../moving/useMove.js';
import { Icon } from '../parts/Icon.js';
import { IconButton } from '../parts/IconButton.js';

const MINUTE = 60_000;
/** As in the planner. */
const TIMES = [5, 10, 15, 20, 30] as const;
const POLICIES: readonly LatePolicy[] = ['ask', 'fill', 'former', 'main'];

const hasTimer = ({ round }: State) => round.endsAt !== null;
const isOpen = ({ round }: State) => round.phase === 'open';

/** What is needed once a round at most: a time, another moderator at the wheel, what becomes of people who join late. */
export function DeskMenu({ className }: { readonly className?: string }) {
  const { session, messages } = useKit('DeskMenu');
  const { desk } = messages;
  const { actions } = session;
  const { tell } = useMove();
  const open = useView(isOpen);
  const timed = useView(hasTimer);
  const mayTime = useView((state) => whyNotTime(state) === null);
  const mayManage = useView((state) => whyNotManage(state) === null);
  const canTell = useView((state) => state.capabilities.wire);
  const others = useView(otherModerators);
  const names = useView((state) => others.map((key) => labelOf(state, key, messages)));
  const late = useView((state) => state.plan.late);
  // Whoever does not run the rooms has the way to in the line below.
  if (!open || !mayManage) return null;
  const setTime = (count: number) => {
    actions.setTimeLeft({ ms: count * MINUTE });
    tell(desk.timeSet(count));
  };
  return (
    <Menu
      trigger={
        <IconButton icon="more" label={desk.more} {...(className === undefined ? {} : { className })} />
      }
    >
      {mayTime && (
        <>
          <MenuHeading>{desk.setTime}</MenuHeading>
          {TIMES.map((count) => (
            <MenuItem key={count} icon={<Icon name="clock" />} onSelect={() => setTime(count)}>
              {desk.minutes(count)}
            </MenuItem>
          ))}
          {timed && (
            <MenuItem
              icon={<Icon name="minus" />}
              onSelect={() => {
                actions.setTimeLeft({ ms: null });
                tell(desk.timeTaken);
              }}
            >
              {desk.noTimeLimit}
            </MenuItem>
          )}
          <MenuRule />
        </>
      )}
      <MenuHeading>{desk.latePolicy}</MenuHeading>
      {POLICIES.map((policy) => (
        <MenuItem
          key={policy}
          radio
          checked={policy === late}
          onSelect={() => {
            actions.setLate(policy);
            tell(desk.lateNow[policy]);
          }}
        >
          {desk.latePolicies[policy]}
        </MenuItem>
      ))}
      {canTell && others.length > 0 && (
        <>
          <MenuRule />
          <MenuHeading>{desk.handOverTo}</MenuHeading>
          {others.map((person, at) => (
            <MenuItem
              key={person}
              icon={<Icon name="person" />}
              onSelect={() => {
                actions.handOver({ person });
                tell(desk.handedOver(names[at] ?? ''));
              }}
            >
              {names[at]}
            </MenuItem>
          ))}
        </>
      )}
    </Menu>
  );
}
