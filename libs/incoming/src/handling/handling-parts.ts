import { AssignWork } from './assign-work.js';
import { AssigneesQuery } from './assignees.query.js';
import { AssignmentSuggestionsQuery } from './assignment-suggestions.query.js';
import { Assignments } from './assignments.js';
import { AssignmentsQuery } from './assignments.query.js';
import { CommentArrival } from './comment-arrival.js';
import { EndPart } from './end-part.js';
import { WorkHolder } from './work-holder.js';
import { MyWorkQuery } from './my-work.query.js';
import { StartWork } from './start-work.js';
import { SubmitArrival } from './submit-arrival.js';
import { TakeOverAssignments } from './take-over-assignments.js';
import { TellAssigned } from './tell-assigned.js';
import { WriteParts } from './write-parts.js';

/** What the interface uses. */
export const handlingDoors = [
  AssignWork,
  AssigneesQuery,
  AssignmentSuggestionsQuery,
  CommentArrival,
  EndPart,
  MyWorkQuery,
  StartWork,
  SubmitArrival,
];

export const handlingParts = [
  ...handlingDoors,
  Assignments,
  AssignmentsQuery,
  TakeOverAssignments,
  TellAssigned,
  WorkHolder,
  WriteParts,
];
