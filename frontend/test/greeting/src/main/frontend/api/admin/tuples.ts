import { type Action, type Query, actionType, queryType, tupleType } from '@peek/platform/live';

// In the form that a plugin's build generates from its Java records.
export interface Guest {
  readonly name: string;
  readonly since: string;
}
export const Guest = tupleType<Guest>('greeting.Guest');

export interface Greet extends Action<Guest> {
  readonly name: string;
  readonly loud?: boolean;
}
export const Greet = actionType<Greet, Guest>('greeting.Greet');

export interface Dismiss extends Action<void> {
  readonly name: string;
}
export const Dismiss = actionType<Dismiss, void>('greeting.Dismiss');

export interface CountGuests extends Query<{ readonly count: number }> {
  readonly room: number;
}
export const CountGuests = queryType<CountGuests, { readonly count: number }>('greeting.CountGuests');
