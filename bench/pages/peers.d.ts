/** What the pages use of the peers. Written here, so that types are checked the same with and without them installed. */
declare module '@cloudflare/realtimekit-ui/dist/components/rtk-breakout-rooms-manager.js' {
  export function defineCustomElement(): void;
}

declare module '@dnd-kit/core' {
  import type { ReactNode } from 'react';

  export interface Over {
    readonly id: string | number;
  }
  export interface DragEvent {
    readonly active: { readonly id: string | number };
    readonly over: Over | null;
  }
  export interface SensorDescriptor {
    readonly sensor: unknown;
  }
  export const PointerSensor: unknown;
  export const pointerWithin: unknown;
  export function useSensor(
    sensor: unknown,
    options: { readonly activationConstraint: { readonly distance: number } },
  ): SensorDescriptor;
  export function useSensors(...sensors: readonly SensorDescriptor[]): readonly SensorDescriptor[];
  export function DndContext(props: {
    readonly sensors: readonly SensorDescriptor[];
    readonly collisionDetection: unknown;
    readonly onDragStart: (event: DragEvent) => void;
    readonly onDragEnd: (event: DragEvent) => void;
    readonly onDragCancel: () => void;
    readonly children: ReactNode;
  }): ReactNode;
  export function DragOverlay(props: {
    readonly dropAnimation: null;
    readonly children: ReactNode;
  }): ReactNode;
  export function useDraggable(options: { readonly id: string }): {
    readonly setNodeRef: (element: HTMLElement | null) => void;
    readonly listeners: Readonly<Record<string, (event: never) => void>> | undefined;
    readonly isDragging: boolean;
  };
  export function useDroppable(options: { readonly id: string }): {
    readonly setNodeRef: (element: HTMLElement | null) => void;
    readonly isOver: boolean;
  };
}
