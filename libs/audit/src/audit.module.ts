import { Module } from '@nestjs/common';
import { AnchorCheck } from './anchor-check.js';
import { Audit } from './audit.js';
import { AuditSealer } from './audit-sealer.js';
import { ExportTrail } from './export-trail.js';
import { NewestAnchorQuery } from './newest-anchor.query.js';
import { ProtectionNotice } from './protection-notice.js';
import { RecordRefusal } from './record-refusal.js';
import { RecordUse } from './record-use.js';
import { SealAudit } from './seal-audit.js';
import { TimelineQuery } from './timeline.query.js';
import { TrailProtectionQuery } from './trail-protection.query.js';
import { TrailStateQuery } from './trail-state.query.js';
import { TrailQuery } from './trail.query.js';
import { VerifyAudit } from './verify-audit.js';

const provided = [
  AnchorCheck,
  Audit,
  ExportTrail,
  NewestAnchorQuery,
  RecordRefusal,
  RecordUse,
  SealAudit,
  TimelineQuery,
  TrailProtectionQuery,
  TrailQuery,
  TrailStateQuery,
  VerifyAudit,
];

@Module({ providers: provided, exports: provided })
export class AuditModule {}

/** The background part, for the worker. */
@Module({ imports: [AuditModule], providers: [AuditSealer, ProtectionNotice] })
export class AuditWorkerModule {}
