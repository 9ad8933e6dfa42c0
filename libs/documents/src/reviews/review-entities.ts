import { DocumentOpinion } from './document-opinion.entity.js';
import { DocumentReviewer } from './document-reviewer.entity.js';
import { DocumentVersion } from '../versions/document-version.entity.js';
import { ReviewRound } from './review-round.entity.js';
import { ReviewStep } from './review-step.entity.js';

export { DocumentOpinion, DocumentReviewer, DocumentVersion, ReviewRound, ReviewStep };

/** The rows of reviews and versions. */
export const reviewEntities = [DocumentReviewer, DocumentVersion, ReviewRound, ReviewStep, DocumentOpinion];
