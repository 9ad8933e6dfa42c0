import { AuditAnchor } from './audit-anchor.entity.js';
import { AuditEntry } from './audit-entry.entity.js';
import { AuditSeal } from './audit-seal.entity.js';
import { UnsealedAuditEntry } from './unsealed-audit-entry.entity.js';

export const auditEntities = [AuditAnchor, AuditEntry, AuditSeal, UnsealedAuditEntry];
