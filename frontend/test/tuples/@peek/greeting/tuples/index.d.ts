// Written by the build of plugin 'greeting' from its Java classes.
import type * as live from '@peek/platform/live';

/** Java: org.acme.greeting.tuple.Visit */
export interface Visit {
  /** UUID, such as 7d3f5a52-6f34-4f5e-8d6b-0a1b2c3d4e5f. */
  readonly id: string;
  readonly guest: string;
  readonly number: number;
  readonly first: boolean;
  /** Instant in ISO 8601, such as 2026-05-04T10:15:30Z. */
  readonly at: string;
  /** Date in ISO 8601, such as 2026-05-04. */
  readonly birthday?: string;
  /** Duration in ISO 8601, such as PT1M30.5S. */
  readonly stay?: string;
  /** A decimal number of any length, as text. */
  readonly paid: string;
  /** Bytes in base64. */
  readonly picture: string;
  readonly mood: Mood;
  readonly wishes: readonly Wish[];
  readonly seats: readonly (readonly number[])[];
  readonly moods: { readonly [key: string]: Page<Mood> };
  readonly before?: Visit;
}
export declare const Visit: live.TupleType<Visit>;

/** Java: org.acme.greeting.tuple.Mood */
export type Mood = 'GLAD' | 'TIRED';

/** Java: org.acme.greeting.tuple.Wish */
export type Wish = Coffee | Silence;

/** Java: org.acme.greeting.tuple.Wish$Coffee */
export interface Coffee {
  readonly type: 'Coffee';
  readonly milk: boolean;
}

/** Java: org.acme.greeting.tuple.Wish$Silence */
export interface Silence {
  readonly type: 'Silence';
}

/** Java: org.acme.greeting.tuple.Visit$Page */
export interface Page<T> {
  readonly items: readonly T[];
  readonly best?: T;
}

/** Java: org.acme.greeting.tuple.CountVisits */
export interface CountVisits extends live.Query<number> {
  /** Date in ISO 8601, such as 2026-05-04. */
  readonly day: string;
}
export declare const CountVisits: live.QueryType<CountVisits, number>;

/** Java: org.acme.greeting.tuple.Greet */
export interface Greet extends live.Action<Visit> {
  readonly guest: string;
  readonly wish?: Wish;
}
export declare const Greet: live.ActionType<Greet, Visit>;
