export { canonicalJson, type Json } from './canonical-json.js';
export { Clock, dayOf, SystemClock, TIME_ZONE, yearOf } from './clock.js';
export { DomainError, type ErrorParams } from './domain-error.js';
export { fileSizeInWords } from './file-size.js';
export { newId } from './ids.js';
export { foldVietnamese } from './vietnamese.js';
export {
  dueAt,
  endOfItsWorkingDay,
  endOfWorkingDay,
  isWeekday,
  isWorkingDay,
  lastEndOfWork,
  nextWorkingDay,
  type OfficeHours,
  type SpecialDays,
  type TimeLimit,
  workingDayAfter,
  workingDaysUntil,
} from './working-days.js';
export { momentInWords } from './moment-in-words.js';
