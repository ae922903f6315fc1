// Written by the build of plugin 'greeting' from its Java classes.
import { actionType, queryType, tupleType } from '@peek/platform/live';

export const DiaryPage = /* @__PURE__ */ tupleType('greeting.DiaryPage');
export const FindDiary = /* @__PURE__ */ queryType('greeting.FindDiary');
export const Forget = /* @__PURE__ */ actionType('greeting.Forget');
