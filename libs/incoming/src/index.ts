export * from './arrival-events.js';
export * from './entities.js';
export { Arrival } from './arrival.entity.js';
export { ArrivalAttachment } from './arrival-attachment.entity.js';
export { AcceptArrival } from './accept-arrival.js';
export { ArrivalChecksQuery } from './arrival-checks.query.js';
export { ArrivalComparisonQuery } from './arrival-comparison.query.js';
export { ArrivalQuery } from './arrival.query.js';
export { arrivalIsOpenTo } from './narrowed-arrivals.js';
export { ArrivalsQuery } from './arrivals.query.js';
export { CompleteArrival } from './complete-arrival.js';
export { DecideRequest } from './decide-request.js';
export { DeskCountsQuery } from './desk-counts.query.js';
export { IncomingModule } from './incoming.module.js';
export { ForwardArrival } from './forward-arrival.js';
export { DraftReply } from './draft-reply.js';
export * from './handling/index.js';
export {
  AttachScan,
  CorrectPaper,
  JoinPaper,
  NotePaper,
  PaperIssuers,
  PaperTableReader,
  RegisterPaper,
  RemoveScan,
} from './paper/paper-parts.js';
export type { PaperFault } from './paper/read-paper-table.js';
export { PaperIssuer } from './paper/paper-issuer.entity.js';
export * from './register/index.js';
export { SameArrivalsQuery } from './same-arrivals.query.js';
export { OpenArrival } from './open-arrival.js';
export { RecordReading } from './record-reading.js';
export { RefuseArrival } from './refuse-arrival.js';
export { UnconfirmedAccessQuery } from './unconfirmed-access.query.js';
