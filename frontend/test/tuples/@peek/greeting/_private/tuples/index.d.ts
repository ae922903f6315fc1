// Written by the build of plugin 'greeting' from its Java classes.
import type * as live from '@peek/platform/live';
import type { Visit } from '@peek/greeting/tuples';

/** Java: org.acme.greeting.internal.tuple.Diary */
export interface DiaryPage {
  readonly text: string;
  readonly visits: readonly Visit[];
}
export declare const DiaryPage: live.TupleType<DiaryPage>;

/** Java: org.acme.greeting.internal.tuple.FindDiary */
export interface FindDiary extends live.Query<DiaryPage | null> {
  readonly word: string;
}
export declare const FindDiary: live.QueryType<FindDiary, DiaryPage | null>;

/** Java: org.acme.greeting.internal.tuple.Forget */
export interface Forget extends live.Action<void> {
  /** UUID, such as 7d3f5a52-6f34-4f5e-8d6b-0a1b2c3d4e5f. */
  readonly visit: string;
}
export declare const Forget: live.ActionType<Forget, void>;
