import { AccessTokens } from './access-tokens.js';
import { AddApiClient } from './add-api-client.js';
import { AddClientSecret } from './add-client-secret.js';
import { ApiClients } from './api-clients.js';
import { ApiClientsQuery } from './api-clients.query.js';
import { DisableApiClient } from './disable-api-client.js';
import { EditApiClient } from './edit-api-client.js';
import { GrantAccessToken } from './grant-access-token.js';
import { RemoveClientSecret } from './remove-client-secret.js';

export const apiClientProviders = [
  AccessTokens,
  AddApiClient,
  AddClientSecret,
  ApiClients,
  ApiClientsQuery,
  DisableApiClient,
  EditApiClient,
  GrantAccessToken,
  RemoveClientSecret,
];
