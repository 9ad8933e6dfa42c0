import { Module } from '@nestjs/common';
import { AuditModule } from '#audit';
import { DirectoryModule } from '#directory';
import { DocumentsModule } from '#documents';
import { Channels } from './channel.js';
import { DeliverDispatch } from './deliver-dispatch.js';
import { DeliveriesQuery } from './deliveries.query.js';
import { DispatchDocument } from './dispatch-document.js';
import { OutgoingDocumentsQuery } from './outgoing-documents.query.js';
import { ExportRegister } from './export-register.js';
import { GiveUpDispatch } from './give-up-dispatch.js';
import { OutgoingRegisterQuery } from './outgoing-register.query.js';
import { RecordTracking } from './record-tracking.js';
import { WriteDispatch } from './write-dispatch.js';

const provided = [
  Channels,
  DeliveriesQuery,
  DispatchDocument,
  ExportRegister,
  OutgoingDocumentsQuery,
  OutgoingRegisterQuery,
  RecordTracking,
];

@Module({
  imports: [AuditModule, DirectoryModule, DocumentsModule],
  providers: [...provided, WriteDispatch, DeliverDispatch, GiveUpDispatch],
  exports: provided,
})
export class ExchangeModule {}
