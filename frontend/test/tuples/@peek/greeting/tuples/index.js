// Written by the build of plugin 'greeting' from its Java classes.
import { actionType, queryType, tupleType } from '@peek/platform/live';

export const Visit = /* @__PURE__ */ tupleType('greeting.Visit');
export const CountVisits = /* @__PURE__ */ queryType('greeting.CountVisits');
export const Greet = /* @__PURE__ */ actionType('greeting.Greet');
