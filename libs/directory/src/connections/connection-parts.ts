import { ConnectionQuery } from './connection.query.js';
import { ConnectionRows } from './connection-rows.js';
import { EditConnection } from './edit-connection.js';
import { TestConnection } from './test-connection.js';
import { DropOlderWebhookSecret, RenewWebhookSecret } from './webhook-secrets.js';

export { AgencyConnection } from './agency-connection.entity.js';
export { ConnectionQuery, ConnectionRows, DropOlderWebhookSecret, EditConnection, RenewWebhookSecret, TestConnection };

export const connectionParts = [
  ConnectionQuery,
  ConnectionRows,
  DropOlderWebhookSecret,
  EditConnection,
  RenewWebhookSecret,
  TestConnection,
];
