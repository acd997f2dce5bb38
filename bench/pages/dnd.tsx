/** The same planner dragged by the classic @dnd-kit/core: the same page, the same row, and the same window over a long list. */
import 'breakout-kit/styles.css';
import {
  DndContext,
  DragOverlay,
  pointerWithin,
  PointerSensor,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useLayoutEffect, useMemo, useState, type CSSProperties } from 'react';
import { createPortal } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { drawChrome, rowShape, writeNotes, type Chrome, type Parts } from './chrome.js';
import { crowdOf, type Somebody } from './crowd.js';
import * as ground from './ground.js';
import { painted } from './painted.js';
import { GRIP, hueOf, lettersOf, MORE } from './row.js';
import { stage } from './stage.js';

/** Longer lists are windowed, as the kit's are. */
const PLAIN_UP_TO = 200;
/** A row and the gap after it, in pixels. */
const STEP = 38;

function Icon({ line, width }: { readonly line: string; readonly width: string }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false" data-size="s" className="brk-icon">
      <path d={line} strokeWidth={width} />
    </svg>
  );
}

interface PersonProps {
  readonly person: Somebody;
  readonly top?: number | undefined;
}

const Person = memo(function Person({ person: { id, name }, top }: PersonProps) {
  const { setNodeRef, listeners, isDragging } = useDraggable({ id });
  return (
    <div
      ref={setNodeRef}
      {...listeners}
      data-movable=""
      role="row"
      aria-selected={false}
      data-person={id}
      data-state={isDragging ? 'origin' : undefined}
      className="brk-chip"
      {...(top === undefined ? {} : { style: placed(top) })}
    >
      <span role="gridcell" className="brk-chip-cell">
        <button type="button" tabIndex={-1} aria-pressed={false} className="brk-chip-main">
          <span className="brk-chip-grip">
            <Icon line={GRIP} width="2" />
          </span>
          <span
            aria-hidden="true"
            className="brk-avatar"
            style={{ '--brk-person-h': hueOf(id) } as CSSProperties}
          >
            {lettersOf(name)}
          </span>
          <bdi translate="no" title={name} className="brk-name">
            {name}
          </bdi>
          {'    '}
        </button>
        <span className="brk-chip-tail">
          <button
            type="button"
            aria-label={`Move ${name} to…`}
            title={`Move ${name} to…`}
            data-size="s"
            tabIndex={-1}
            aria-haspopup="menu"
            aria-expanded={false}
            data-person-menu="rail-none"
            className="brk-iconbtn"
          >
            <Icon line={MORE} width="2.25" />
          </button>
        </span>
      </span>
    </div>
  );
});

const placed = (top: number): CSSProperties => ({
  position: 'absolute',
  insetInline: 0,
  transform: `translateY(${String(top)}px)`,
});

function paintRoom(room: HTMLElement, drop: 'current' | 'allowed' | null): void {
  if (drop === null) delete room.dataset['drop'];
  else room.dataset['drop'] = drop;
}

/** What the page shows while somebody is in hand. Returns the way back. */
function showLifted({ frame, rooms }: Parts, { notes }: Chrome): () => void {
  frame.dataset['moving'] = '';
  writeNotes(rooms, notes);
  return () => {
    delete frame.dataset['moving'];
    writeNotes(rooms, null);
  };
}

function showSeats({ count }: Parts, waiting: number, seats: ReadonlyMap<string, number>): void {
  count.textContent = String(waiting);
  seated = seats;
}

function giveHeight(list: HTMLElement, height: number): void {
  list.style.position = 'relative';
  list.style.height = `${String(height)}px`;
}

interface RoomProps {
  readonly element: HTMLElement;
  readonly id: string;
  readonly lifted: boolean;
}

function Room({ element, id, lifted }: RoomProps) {
  const { setNodeRef, isOver } = useDroppable({ id });
  useLayoutEffect(() => setNodeRef(element), [setNodeRef, element]);
  useLayoutEffect(
    () => paintRoom(element, lifted ? (isOver ? 'current' : 'allowed') : null),
    [element, lifted, isOver],
  );
  return null;
}

function scrollerOf(element: HTMLElement): Element | null {
  for (let at = element.parentElement; at; at = at.parentElement)
    if (/auto|scroll/u.test(getComputedStyle(at).overflowY)) return at;
  return document.scrollingElement;
}

function List({ list, people }: { readonly list: HTMLElement; readonly people: readonly Somebody[] }) {
  const windowed = people.length > PLAIN_UP_TO;
  const scroller = useMemo(() => scrollerOf(list), [list]);
  const margin = useMemo(
    () =>
      scroller
        ? list.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop
        : 0,
    [list, scroller],
  );
  // eslint-disable-next-line react/incompatible-library
  const shown = useVirtualizer({
    count: people.length,
    getScrollElement: () => scroller,
    estimateSize: () => STEP,
    overscan: 5,
    scrollMargin: margin,
    enabled: windowed,
  });
  const height = shown.getTotalSize();
  useLayoutEffect(() => {
    if (windowed) giveHeight(list, height);
  }, [list, windowed, height]);
  if (!windowed) return people.map((person) => <Person key={person.id} person={person} />);
  return shown.getVirtualItems().flatMap(({ index, start }) => {
    const person = people[index];
    return person ? [<Person key={person.id} person={person} top={start - margin} />] : [];
  });
}

function Planner({
  parts,
  chrome,
  people,
}: {
  readonly parts: Parts;
  readonly chrome: Chrome;
  readonly people: readonly Somebody[];
}) {
  const [seats, setSeats] = useState<ReadonlyMap<string, number>>(new Map());
  const [lifted, setLifted] = useState<string | null>(null);
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 5 } }));
  const waiting = useMemo(() => people.filter(({ id }) => !seats.has(id)), [people, seats]);
  const { list, rooms } = parts;
  useLayoutEffect(() => showSeats(parts, waiting.length, seats), [parts, waiting, seats]);
  useLayoutEffect(() => (lifted === null ? undefined : showLifted(parts, chrome)), [lifted, parts, chrome]);
  const held = people.find(({ id }) => id === lifted);
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={pointerWithin}
      onDragStart={({ active }) => setLifted(String(active.id))}
      onDragCancel={() => setLifted(null)}
      onDragEnd={({ active, over }) => {
        setLifted(null);
        if (over) setSeats(new Map(seats).set(String(active.id), Number(over.id)));
      }}
    >
      {createPortal(<List list={list} people={waiting} />, list)}
      {rooms.map((element, at) => (
        <Room
          key={element.dataset['dropKey']}
          element={element}
          id={String(at + 1)}
          lifted={lifted !== null}
        />
      ))}
      {rooms.map((room, at) =>
        createPortal(
          people
            .filter(({ id }) => seats.get(id) === at + 1)
            .map((person) => <Person key={person.id} person={person} />),
          room.querySelector('[data-list]') ?? room,
        ),
      )}
      <DragOverlay dropAnimation={null}>
        {held ? <div className="brk-drag brk-chip">{held.name}</div> : null}
      </DragOverlay>
    </DndContext>
  );
}

let people: readonly Somebody[] = [];
let chrome: Chrome = { html: '', notes: [] };
let seated: ReadonlyMap<string, number> = new Map();
let root: Root | undefined;

Object.assign(globalThis, {
  bench: {
    ...ground,
    rowShape,
    prepare({ people: count, chrome: given }: { readonly people: number; readonly chrome: Chrome }) {
      people = crowdOf(count).slice(1);
      chrome = given;
    },
    mount() {
      const parts = drawChrome(chrome);
      const holder = document.createElement('div');
      stage().append(holder);
      root = createRoot(holder);
      root.render(<Planner parts={parts} chrome={chrome} people={people} />);
      return painted();
    },
    async unmount() {
      root?.unmount();
      stage().replaceChildren();
      await painted();
    },
    seatOf: (id: string) => seated.get(id) ?? null,
  },
});
