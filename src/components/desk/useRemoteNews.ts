'use client';

import type { Messages } from '../../messages.js';
import type { Person, PersonKey, RoomKey, State } from '../../state/types.js';
import { roomView } from '../../state/view/rooms.js';
import { labelOf, roomLabel } from '../moving/labels.js';
import { useNews, type HasNews } from '../notices/useNews.js';

/** Says what others did while the rooms are open. */
export function useRemoteNews(): void {
  useNews(newsBetween, 0, hasNews);
}

const hasNews: HasNews = (before, after) =>
  before.people !== after.people || before.help !== after.help || before.timeAsks !== after.timeAsks;

/** What happened to people between two moments, in words; empty when nothing worth a word did. */
export function newsBetween(before: State, after: State, messages: Messages): string {
  return [calls(before, after, messages), ofPeople(before, after, messages)]
    .filter((words) => words !== '')
    .join(' ');
}

/** Who asks for something: that is said first. */
function calls(before: State, after: State, messages: Messages): string {
  const { desk } = messages;
  const asking = [...after.help.values()].filter(({ person }) => !before.help.has(person));
  const more = [...after.timeAsks.keys()].filter((key) => !before.timeAsks.has(key)).length;
  const [first] = asking;
  return [
    ...(first && asking.length === 1
      ? [
          desk.helpWanted(
            labelOf(after, first.person, messages),
            first.roomKey === null ? null : roomLabel(roomView(after, first.roomKey), messages),
          ),
        ]
      : asking.length > 1
        ? [desk.helpWantedBy(asking.length)]
        : []),
    ...(more > 0 ? [desk.askTimeSaid(after.timeAsks.size)] : []),
  ].join(' ');
}

function ofPeople(before: State, after: State, messages: Messages): string {
  const { desk } = messages;
  if (before.people === after.people) return '';
  const joined = new Map<RoomKey, number>();
  const declined: PersonKey[] = [];
  let noAnswer = 0;
  let returned = 0;
  let failed = 0;
  for (const [key, person] of after.people) {
    const was = before.people.get(key)?.place;
    const { place } = person;
    if (!was || key === after.self.key || samePlace(was, place)) continue;
    if (place.at === 'in-room') joined.set(place.roomKey, (joined.get(place.roomKey) ?? 0) + 1);
    else if (place.at === 'declined') declined.push(key);
    else if (place.at === 'no-answer') noAnswer += 1;
    else if (place.at === 'failed') failed += 1;
    else if (place.at === 'main' && was.at === 'in-room') returned += 1;
  }
  const came = [...after.people.keys()].filter((key) => !before.people.has(key)).length;
  const left = [...before.people.keys()].filter((key) => !after.people.has(key)).length;
  return [
    ...[...joined].map(([room, count]) => desk.joined(count, roomLabel(roomView(after, room), messages))),
    ...declined.map((key) => desk.declined(labelOf(after, key, messages))),
    ...(noAnswer > 0 ? [desk.noAnswer(noAnswer)] : []),
    ...(failed > 0 ? [desk.couldNot(failed)] : []),
    ...(returned > 0 ? [desk.returned(returned)] : []),
    ...(came > 0 ? [desk.came(came)] : []),
    ...(left > 0 ? [desk.left(left)] : []),
  ].join(' ');
}

const samePlace = (a: Person['place'], b: Person['place']) =>
  a.at === b.at && ('roomKey' in a ? a.roomKey : null) === ('roomKey' in b ? b.roomKey : null);
