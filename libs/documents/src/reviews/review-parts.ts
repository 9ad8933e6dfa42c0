import { BreakOffReviews } from './break-off-reviews.js';
import { CallBackDocument } from '../call-back-document.js';
import { CheckReviewers } from './check-reviewers.js';
import { CommentOnVersion } from './comment-on-version.js';
import { DocumentVersions } from '../versions/document-versions.js';
import { KeepVersion } from '../versions/keep-version.js';
import { LayBefore } from './lay-before.js';
import { Opinions } from './opinions.js';
import { OpinionsQuery } from './opinions.query.js';
import { AgreeToDocument, GiveBackDocument } from './review-document.js';
import { ReviewersQuery } from './reviewers.query.js';
import { ReviewRounds } from './review-rounds.js';
import { TakeOverReviews } from './take-over-reviews.js';
import { VersionsQuery } from '../versions/versions.query.js';
import { WriteReviewers } from './write-reviewers.js';

export {
  AgreeToDocument,
  BreakOffReviews,
  CallBackDocument,
  CommentOnVersion,
  GiveBackDocument,
  KeepVersion,
  OpinionsQuery,
  ReviewersQuery,
  VersionsQuery,
};

/** What the applications do with reviews and versions. */
export const reviewUseCases = [
  AgreeToDocument,
  BreakOffReviews,
  CallBackDocument,
  CommentOnVersion,
  GiveBackDocument,
  KeepVersion,
  OpinionsQuery,
  ReviewersQuery,
  VersionsQuery,
];

/** What stands behind them. */
export const reviewProviders = [
  CheckReviewers,
  DocumentVersions,
  LayBefore,
  Opinions,
  ReviewRounds,
  TakeOverReviews,
  WriteReviewers,
];
