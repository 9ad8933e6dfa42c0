import { accessEntities } from '#access';
import { archiveEntities } from '#archive';
import { auditEntities } from '#audit';
import { directoryEntities } from '#directory';
import { documentsEntities } from '#documents';
import { exchangeEntities } from '#exchange';
import { identityEntities } from '#identity';
import { incomingEntities } from '#incoming';
import { metricsEntities } from '#metrics';
import { notificationsEntities } from '#notifications';
import { IdempotencyKey, OutboxMessage } from '#platform';
import { reorganisationEntities } from '#reorganisation';

/** The row class of every table. */
export const entities = [
  ...directoryEntities,
  ...identityEntities,
  ...accessEntities,
  ...documentsEntities,
  ...exchangeEntities,
  ...incomingEntities,
  ...archiveEntities,
  ...reorganisationEntities,
  ...metricsEntities,
  ...notificationsEntities,
  ...auditEntities,
  OutboxMessage,
  IdempotencyKey,
];
