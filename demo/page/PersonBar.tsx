import { useRemaining } from '../../src/index.js';
import type { Present } from '../link/protocol.js';
import type { Address } from './address.js';
import type { Entered, OwnNetwork, Stay } from './enterMeeting.js';
import { freeNames } from './names.js';
import { NewWindow } from './NewWindow.js';

interface PersonBarProps {
  readonly address: Address & { readonly person: NonNullable<Address['person']> };
  readonly stay: Extract<Stay, { readonly at: 'inside' }>;
  readonly people: readonly Present[];
  readonly entered: Entered;
}

const SHORT_CUT_MS = 10_000;

/** Who this window is, and what can happen to it. */
export function PersonBar({ address, stay, people, entered }: PersonBarProps) {
  const { person } = address;
  const { network, wish } = stay;
  const [next = ''] = freeNames(people, 1);
  const cut = network.is === 'cut';
  return (
    <header className="demo-bar" aria-label="This window">
      <p className="demo-who">
        <b className="brk-name">{person.name}</b>
        <span className="brk-quiet">
          {person.role}, build {wish.profile}
        </span>
      </p>
      <div className="demo-acts">
        {cut ? (
          <button type="button" className="brk-btn" data-size="s" onClick={entered.restoreNetwork}>
            Reconnect my network
          </button>
        ) : (
          <>
            <button
              type="button"
              className="brk-btn"
              data-size="s"
              onClick={() => entered.cutNetwork(SHORT_CUT_MS)}
            >
              Cut my network for {SHORT_CUT_MS / 1000} s
            </button>
            <button type="button" className="brk-btn" data-size="s" onClick={() => entered.cutNetwork(null)}>
              Cut it until I reconnect
            </button>
          </>
        )}
        <NewWindow address={{ ...address, ...wish, person: { name: next, role: 'participant' } }}>
          Open {next}, a participant
        </NewWindow>
        <button type="button" className="brk-btn" data-size="s" data-kind="stop" onClick={entered.leave}>
          Leave
        </button>
      </div>
      <p className="demo-network">
        <span role="status">{cut ? 'Your network is cut.' : ''}</span> <BackIn network={network} />
      </p>
    </header>
  );
}

/** Apart from what is spoken: a second is no news. */
function BackIn({ network }: { readonly network: OwnNetwork }) {
  const left = useRemaining(network.is === 'cut' ? network.until : null);
  return left === null ? null : <span className="brk-num">Back in {Math.ceil(left / 1000)} s.</span>;
}
