import { Module } from '@nestjs/common';
import { ArchiveModule } from '#archive';
import { AuditWorkerModule } from '#audit';
import { DocumentsWorkerModule } from '#documents';
import { ExchangeWorkerModule } from '#exchange';
import { IdentityWorkerModule } from '#identity';
import { IncomingModule } from '#incoming';
import { MetricsWorkerModule } from '#metrics';
import { NotificationsWorkerModule } from '#notifications';
import { WorkerPlatformModule } from '#platform';
import { ReorganisationWorkerModule } from '#reorganisation';
import { Housekeeping } from './housekeeping.js';

/** The queue side: job handlers of the libs, the outbox relay, and what is done by the clock. */
@Module({
  imports: [
    WorkerPlatformModule,
    ArchiveModule,
    AuditWorkerModule,
    DocumentsWorkerModule,
    ExchangeWorkerModule,
    IdentityWorkerModule,
    IncomingModule,
    MetricsWorkerModule,
    NotificationsWorkerModule,
    ReorganisationWorkerModule,
  ],
  providers: [Housekeeping],
})
export class WorkerModule {}
