import { AccessToken } from './access-token.entity.js';
import { ApiClient } from './api-client.entity.js';
import { ApiClientSecret } from './api-client-secret.entity.js';

export const apiClientEntities = [AccessToken, ApiClient, ApiClientSecret];
