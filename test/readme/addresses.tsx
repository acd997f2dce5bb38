import { BreakoutKit, BreakoutProvider } from '../../src/index.js';

interface DirectoryProps {
  readonly enxRoom: object | null;
  /** Your people, by the `user_ref` their token carries. */
  readonly directory: ReadonlyMap<string, { readonly email: string }>;
}

export const WithAddresses = ({ enxRoom, directory }: DirectoryProps) => (
  <BreakoutProvider
    room={enxRoom}
    options={{ personInfo: ({ userRef }) => ({ email: directory.get(userRef ?? '')?.email }) }}
  >
    <BreakoutKit />
  </BreakoutProvider>
);
