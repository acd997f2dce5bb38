import { useBreakoutRooms } from '../../src/index.js';

export function RoomList({ enxRoom }: { enxRoom: object | null }) {
  const { rooms, me, why, actions } = useBreakoutRooms(enxRoom);
  return (
    <>
      <ul>
        {rooms.map((room) => (
          <li key={room.key}>
            {room.name ?? `Room ${String(room.number)}`}: {room.people.map(({ name }) => name).join(', ')}
          </li>
        ))}
      </ul>
      {me.isModerator && <button onClick={() => actions.setRoomCount(2)}>Split into two rooms</button>}
      {me.isModerator && (
        <button disabled={why.open !== null} onClick={() => void actions.openRooms()}>
          Open
        </button>
      )}
      {me.invite && <button onClick={() => void actions.acceptInvite()}>Join</button>}
      {me.stay && <button onClick={() => void actions.returnToMain()}>Return</button>}
    </>
  );
}
