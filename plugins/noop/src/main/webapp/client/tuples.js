import { actionType, queryType, tupleType } from '@peek/platform/live';

export const Reading = tupleType('noop.Reading');
export const Note = tupleType('noop.Note');
export const AddNote = actionType('noop.AddNote');
export const StartLoad = actionType('noop.StartLoad');
export const CountNotes = queryType('noop.CountNotes');
