export { Audit, type AuditRecord } from './audit.js';
export { AuditModule, AuditWorkerModule } from './audit.module.js';
export { SealAudit } from './seal-audit.js';
export { TimelineQuery } from './timeline.query.js';
export { VerifyAudit, type AuditFault, type AuditVerification } from './verify-audit.js';
export * from './entities.js';
export { AuditEntry } from './audit-entry.entity.js';
export { AuditSeal } from './audit-seal.entity.js';
export { UnsealedAuditEntry } from './unsealed-audit-entry.entity.js';
