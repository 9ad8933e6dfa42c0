import { Module } from '@nestjs/common';
import { AccessModule } from '#access';
import { AuditModule } from '#audit';
import { DirectoryModule } from '#directory';
import { DocumentsModule } from '#documents';
import { ExchangeModule } from '#exchange';
import { AcceptArrival } from './accept-arrival.js';
import { ArrivalNumbers } from './arrival-numbers.js';
import { ArrivalChecksQuery } from './arrival-checks.query.js';
import { ArrivalAccess } from './arrival-access.js';
import { ArrivalComparisonQuery } from './arrival-comparison.query.js';
import { ArrivalQuery } from './arrival.query.js';
import { ArrivalRequests } from './arrival-requests.js';
import { Arrivals } from './arrivals.js';
import { ArrivalsQuery } from './arrivals.query.js';
import { CompleteArrival } from './complete-arrival.js';
import { DecideRequest } from './decide-request.js';
import { DeskCountsQuery } from './desk-counts.query.js';
import { DraftReply } from './draft-reply.js';
import { ForwardArrival } from './forward-arrival.js';
import { handlingDoors, handlingParts } from './handling/handling-parts.js';
import { LocalChannel } from './local-channel.js';
import { OpenArrival } from './open-arrival.js';
import { paperDoors, paperParts } from './paper/paper-parts.js';
import { RecordReading } from './record-reading.js';
import { RefuseArrival } from './refuse-arrival.js';
import { ExportIncomingRegister, HandlingReportQuery, IncomingRegisterQuery } from './register/index.js';
import { RelateArrivals } from './relate-arrivals.js';
import { SameArrivalsQuery } from './same-arrivals.query.js';
import { TakeBackArrivals } from './take-back-arrivals.js';
import { UnconfirmedAccessQuery } from './unconfirmed-access.query.js';

const provided = [
  AcceptArrival,
  ArrivalChecksQuery,
  ArrivalComparisonQuery,
  ArrivalQuery,
  ArrivalsQuery,
  CompleteArrival,
  DecideRequest,
  DeskCountsQuery,
  DraftReply,
  ForwardArrival,
  OpenArrival,
  RecordReading,
  RefuseArrival,
  SameArrivalsQuery,
  UnconfirmedAccessQuery,
  ExportIncomingRegister,
  HandlingReportQuery,
  IncomingRegisterQuery,
];

@Module({
  imports: [AccessModule, AuditModule, DirectoryModule, DocumentsModule, ExchangeModule],
  providers: [
    ...provided,
    ...handlingParts,
    ...paperParts,
    ArrivalAccess,
    ArrivalNumbers,
    ArrivalRequests,
    Arrivals,
    LocalChannel,
    RelateArrivals,
    TakeBackArrivals,
  ],
  exports: [...provided, ...handlingDoors, ...paperDoors],
})
export class IncomingModule {}
