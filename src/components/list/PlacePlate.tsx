import { Icon } from '../parts/Icon.js';
import { Plate } from '../parts/Plate.js';

/** A room's number, a drawing for the main room, nothing for what is no room. */
export function PlacePlate({ place }: { readonly place: number | 'main' | null }) {
  if (place === null) return null;
  return (
    <Plate room={place} size="s">
      {place === 'main' ? <Icon name="main" size="s" /> : place}
    </Plate>
  );
}
