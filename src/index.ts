/**
 * Breakout rooms for a React meeting application: the provider, the hooks and the components.
 *
 * @packageDocumentation
 */
export { BreakoutProvider, type BreakoutProviderProps } from './hooks/BreakoutProvider.js';

export {
  useBreakoutRooms,
  type BreakoutRooms,
  type MyPlace,
  type RoomWithPeople,
} from './hooks/useBreakoutRooms.js';
export { useRoomPlan, type RoomPlanControls } from './hooks/useRoomPlan.js';
export { usePlanOptions, type PlanOptions } from './hooks/usePlanOptions.js';
export { useRounds, type RoundControls } from './hooks/useRounds.js';
export { useRules, type RuleControls } from './hooks/useRules.js';
export { useRoomChoice, type RoomChoiceControls } from './hooks/useRoomChoice.js';
export {
  useRoomList,
  type Encoding,
  type ListRead,
  type RoomListControls,
} from './hooks/list/useRoomList.js';
export { useSetups, type SetupControls } from './hooks/useSetups.js';
export {
  useSessionRecord,
  type RecordFile,
  type RecordFileRoom,
  type SessionRecord,
} from './hooks/useSessionRecord.js';
export { useInvite, type InviteControls } from './hooks/useInvite.js';
export { useJoining, type JoiningControls } from './hooks/useJoining.js';
export type { Attention } from './hooks/attention/attention.js';
export { useParentSound, type ParentSound } from './hooks/useParentSound.js';
export { useAnnouncements, type AnnouncementControls } from './hooks/useAnnouncements.js';
export { useReturn, type ReturnControls } from './hooks/useReturn.js';
export { useLiveDesk, type LiveDeskControls } from './hooks/useLiveDesk.js';
export { useHelp, type HelpControls } from './hooks/useHelp.js';
export { useCountdown, type CountdownTimes } from './hooks/useCountdown.js';
export { useBreakoutMedia, type BreakoutMedia } from './hooks/useBreakoutMedia.js';
export { useView, useViewOf, useActions, useAnnounce } from './hooks/useView.js';
export { useRemaining, useElapsed } from './hooks/useRemaining.js';
export { useMessages } from './hooks/kit.js';

export { BreakoutKit, type BreakoutKitProps } from './components/kit/BreakoutKit.js';
export { PersonKit, type PersonKitProps } from './components/kit/PersonKit.js';
export { Notices, type NoticesProps } from './components/kit/Notices.js';
export { RoomPlanner, type RoomPlannerProps } from './components/planner/RoomPlanner.js';
export { LiveDesk, type LiveDeskProps } from './components/desk/LiveDesk.js';
export { RoomChooser, type RoomChooserProps } from './components/choosing/RoomChooser.js';
export { InviteDialog, type InviteDialogProps } from './components/invite/InviteDialog.js';
export { InviteChip, type InviteChipProps } from './components/invite/InviteChip.js';
export { JoiningPanel, type JoiningPanelProps } from './components/joining/JoiningPanel.js';
export { ReturnBanner, type ReturnBannerProps } from './components/returning/ReturnBanner.js';
export { ModeratorMessages, type ModeratorMessagesProps } from './components/announcing/ModeratorMessages.js';
export { WayBack, type WayBackProps } from './components/returning/WayBack.js';
export { SoundNotice, type SoundNoticeProps } from './components/returning/SoundNotice.js';
export { BreakoutAudio, type BreakoutAudioProps } from './components/audio/BreakoutAudio.js';
export {
  PersonSlot,
  RoomSlot,
  type KitSlots,
  type PersonSlotProps,
  type RoomSlotProps,
} from './components/person/slots.js';
export { Surface, type SurfaceProps } from './components/parts/Surface.js';

export { english, withMessages, type MessageChanges, type Messages } from './messages.js';

export type { Clock } from './clock.js';
export type { Channel } from './room/channel.js';
export type * from './room/roomPort.js';
export type { KeyValueStore } from './session/keyValueStore.js';
export type * from './session/types.js';
export { setupOf, type Setup } from './state/setup.js';
export type * from './state/events.js';
export type * from './state/types.js';
export type * from './planner/list/list.js';
export type * from './planner/list/listChange.js';
export type { ListChoice, ListPlan, OverfullRoom, PlannedRow } from './planner/list/planList.js';
export type { PlanTableRow } from './state/view/planTable.js';
export type { PeopleFilter } from './state/view/finding.js';
export type { ENCODINGS } from './hooks/list/decodeText.js';
export type * from './state/views.js';
