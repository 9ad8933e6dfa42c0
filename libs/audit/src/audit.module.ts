import { Module } from '@nestjs/common';
import { AnchorCheck } from './anchor-check.js';
import { Audit } from './audit.js';
import { AuditSealer } from './audit-sealer.js';
import { NewestAnchorQuery } from './newest-anchor.query.js';
import { ProtectionNotice } from './protection-notice.js';
import { SealAudit } from './seal-audit.js';
import { TimelineQuery } from './timeline.query.js';
import { TrailProtectionQuery } from './trail-protection.query.js';
import { VerifyAudit } from './verify-audit.js';

const provided = [AnchorCheck, Audit, NewestAnchorQuery, SealAudit, TimelineQuery, TrailProtectionQuery, VerifyAudit];

@Module({ providers: provided, exports: provided })
export class AuditModule {}

/** The background part, for the worker. */
@Module({ imports: [AuditModule], providers: [AuditSealer, ProtectionNotice] })
export class AuditWorkerModule {}
