import { Arrival } from './arrival.entity.js';
import { ArrivalAttachment } from './arrival-attachment.entity.js';
import { Assignment } from './handling/assignment.entity.js';
import { PaperIssuer } from './paper/paper-issuer.entity.js';

export const incomingEntities = [Arrival, ArrivalAttachment, Assignment, PaperIssuer];
