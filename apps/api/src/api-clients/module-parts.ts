import { ApiClientsController } from './api-clients.controller.js';
import { AuthorizationServerController } from './authorization-server.controller.js';
import { TokenController } from './token.controller.js';

export const apiClientControllers = [ApiClientsController, AuthorizationServerController, TokenController];
