/**
 * `@peek/platform/live`: live data of the client service. Observe tuples, act, ask; online and offline.
 *
 * @packageDocumentation
 */
export { Live, LIVE_OPTIONS, createLive, type LiveOptions } from './live';
export { type Observed, type Trouble } from './observed';
export { type Selector, type TupleType, tupleType } from './selector';
export {
  type Action,
  type ActionRequest,
  type ActionType,
  type Query,
  type QueryRequest,
  type QueryType,
  actionType,
  queryType,
} from './request-types';
export { type Acting, type Outcome, type RefusedAction, type WaitingAction } from './acting';
export { type ConnectionState, type ConnectionStatus } from './connection';
export { type Transport } from './door';
export { type LiveUser } from './message';
export { CallError, type CallFailure, type LiveCallOptions } from './questions';
export { type Refusal } from './store';
export { SignInError, type SignInFailure } from './session';
