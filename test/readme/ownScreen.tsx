import { useBreakoutRooms, useMessages } from '../../src/index.js';

export function RoomList({ enxRoom }: { enxRoom: object | null }) {
  const { rooms, me, why, actions } = useBreakoutRooms(enxRoom);
  const { common } = useMessages();
  return (
    <>
      <ul>
        {rooms.map(({ key, number, name, people }) => (
          <li key={key}>
            {name ?? common.roomName(number)}: {people.map((person) => person.name).join(', ')}
          </li>
        ))}
      </ul>
      {me.isModerator && (
        <>
          <button type="button" onClick={() => actions.setRoomCount(2)}>
            Split into two rooms
          </button>
          <button type="button" disabled={why.open !== null} onClick={() => void actions.openRooms()}>
            Open
          </button>
        </>
      )}
      {me.invite && (
        <button type="button" onClick={() => void actions.acceptInvite()}>
          Join
        </button>
      )}
      {me.stay && (
        <button type="button" onClick={() => void actions.returnToMain()}>
          Return
        </button>
      )}
    </>
  );
}
