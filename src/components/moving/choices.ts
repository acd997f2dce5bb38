/** What a menu of people offers, as data: a menu draws it on a board, a sheet on a phone. */
import type { Messages } from '../../messages.js';
import type { PersonKey, State } from '../../state/types.js';
import { whyNotManage } from '../../state/rules.js';
import { personView } from '../../state/view/personView.js';
import { isLive } from '../../state/view/rooms.js';
import type { IconName } from '../parts/iconPaths.js';
import { labelOf, placeLabel, roomLabel } from './labels.js';
import { allRooms, comingTo, dropFor, isEnding, placeOf, type Place } from './places.js';

/** One line of it. */
export type Choice =
  | { readonly kind: 'rule'; readonly id: string }
  | {
      readonly kind: 'act';
      readonly id: string;
      /** A room's number, for its plate; else a drawing. */
      readonly plate: number | null;
      readonly icon: IconName | null;
      readonly label: string;
      readonly tail: string | null;
      /** A key that does the same. */
      readonly keyCap: string | null;
      readonly unavailable: string | undefined;
      readonly does:
        | { readonly what: 'move'; readonly to: Place }
        | { readonly what: 'spread' }
        | { readonly what: 'lead' | 'lock'; readonly on: boolean }
        | { readonly what: 'rule'; readonly kind: 'together' | 'apart' }
        | { readonly what: 'invite' };
    };

/** The question above it: "Move Lena Vogel to…". */
export function choiceTitle(state: State, people: readonly PersonKey[], messages: Messages): string {
  const [first] = people;
  return people.length === 1 && first !== undefined
    ? messages.planner.moveTo(labelOf(state, first, messages))
    : messages.planner.movePeopleTo(people.length);
}

const plain = { plate: null, icon: null, tail: null, keyCap: null, unavailable: undefined };

/** Every line of it. */
export function choicesFor(
  state: State,
  people: readonly PersonKey[],
  messages: Messages,
): readonly Choice[] {
  const [first] = people;
  if (first === undefined) return [];
  const single = people.length === 1;
  return [
    ...rooms(state, people, messages),
    ...(single ? [] : [spread(state, messages)]),
    ...aside(state, people, messages),
    ...(single ? marks(state, first, messages) : isLive(state) ? [] : rules(messages)),
    ...out(state, people, messages),
  ];
}

function rooms(state: State, people: readonly PersonKey[], messages: Messages): readonly Choice[] {
  const { planner } = messages;
  return allRooms(state).flatMap((room): Choice[] => {
    const coming = comingTo(state, room.key, people).length;
    const drop = dropFor(state, room.key, people);
    if (drop === 'home') return [];
    const label = roomLabel(room, messages);
    const tails = {
      full: planner.full,
      short: planner.fits(room.free, coming),
      allowed: planner.free(room.free),
    };
    return [
      {
        ...plain,
        kind: 'act',
        id: room.key,
        plate: room.number,
        label,
        tail: tails[drop],
        unavailable: isEnding(state)
          ? messages.reasons.closing
          : (othersReason(state, messages) ?? (drop === 'full' ? planner.roomFull(label) : undefined)),
        does: { what: 'move', to: room.key },
      },
    ];
  });
}

/** Another moderator runs the open rooms. */
function othersReason(state: State, { reasons }: Messages): string | undefined {
  const whyNot = isLive(state) ? whyNotManage(state) : null;
  return whyNot?.why === 'other-drives' ? reasons[whyNot.why] : undefined;
}

const spread = (state: State, messages: Messages): Choice => ({
  ...plain,
  unavailable: othersReason(state, messages),
  kind: 'act',
  id: 'spread',
  icon: 'shuffle',
  label: messages.planner.smallestRooms,
  does: { what: 'spread' },
});

function aside(state: State, people: readonly PersonKey[], messages: Messages): readonly Choice[] {
  const { planner, desk } = messages;
  const choices: Choice[] = [];
  if (comingTo(state, 'main', people).length > 0)
    choices.push({
      ...plain,
      kind: 'act',
      id: 'main',
      icon: 'main',
      unavailable: othersReason(state, messages),
      label: isLive(state) ? desk.bringToMain : planner.keepInMain,
      does: { what: 'move', to: 'main' },
    });
  return choices;
}

/** What a split is to hold to for several people. */
const rules = ({ options }: Messages): readonly Choice[] => [
  { kind: 'rule', id: 'line' },
  {
    ...plain,
    kind: 'act',
    id: 'together',
    icon: 'people',
    label: options.together,
    does: { what: 'rule', kind: 'together' },
  },
  {
    ...plain,
    kind: 'act',
    id: 'apart',
    icon: 'apart',
    label: options.apart,
    does: { what: 'rule', kind: 'apart' },
  },
];

/** What else can be said of one person: only what is so of their seat. */
function marks(state: State, key: PersonKey, messages: Messages): readonly Choice[] {
  const { planner, desk } = messages;
  const person = personView(state, key);
  if (!person) return [];
  const live = isLive(state);
  const place = placeOf(state, key);
  const seated = place !== 'none' && place !== 'main';
  const choices: Choice[] = [];
  const act = (choice: Pick<Extract<Choice, { kind: 'act' }>, 'id' | 'icon' | 'label' | 'does'>) =>
    choices.push({ ...plain, kind: 'act', ...choice });
  const asked = person.status === 'no-answer' || person.status === 'declined' || person.status === 'failed';
  if (asked && state.round.phase === 'open' && othersReason(state, messages) === undefined)
    act({ id: 'invite', icon: 'again', label: desk.inviteOne, does: { what: 'invite' } });
  if (!live && seated) {
    const room = placeLabel(state, place, messages);
    act({
      id: 'lead',
      icon: 'star',
      label: person.lead ? planner.removeLead : planner.makeLead,
      does: { what: 'lead', on: !person.lead },
    });
    act({
      id: 'lock',
      icon: 'lock',
      label: person.locked ? planner.unlock : planner.lock(room),
      does: { what: 'lock', on: !person.locked },
    });
  }
  return choices.length > 0 ? [{ kind: 'rule', id: 'rule' }, ...choices] : [];
}

/** Out of the rooms of the draft, as Delete does. While they are open the main room is that place, and among the choices. */
function out(state: State, people: readonly PersonKey[], { planner }: Messages): readonly Choice[] {
  if (isLive(state) || comingTo(state, 'none', people).length === 0) return [];
  return [
    {
      ...plain,
      kind: 'act',
      id: 'none',
      icon: 'minus',
      label: planner.unassign,
      keyCap: planner.keys.delete,
      does: { what: 'move', to: 'none' },
    },
  ];
}
