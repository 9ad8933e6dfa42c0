export * from './access-events.js';
export * from './entities.js';
export { AccessChange } from './access-change.entity.js';
export { AccessChangePost } from './access-change-post.entity.js';
export { AccessModule } from './access.module.js';
export {
  type AccessFacts,
  heldPosts,
  isKeptFrom,
  isSharedWith,
  readsWhatIsNarrowed,
  unchangedAccess,
} from './access-policy.js';
export { AccessQuery, changeColumns, changeJoins, type ChangeViewRow, presentChange } from './access.query.js';
export { accessFactsOf, isNamedIn, isNarrowed, type NarrowedReader, sharedWith } from './access-sql.js';
export { AccessSubjects, type FoundSubject, SubjectReader } from './access-subjects.js';
export { ChangeAccess } from './change-access.js';
export { ColleaguesQuery } from './colleagues.query.js';
export { ConfirmAccessChange } from './confirm-access-change.js';
export { FollowObjects } from './follow-objects.js';
export { FollowPosts, type FollowedChange } from './follow-posts.js';
export { AdmitReaders } from './admit-readers.js';
export { StayReader } from './stay-reader.js';
export { WithdrawAccessChange } from './withdraw-access-change.js';
