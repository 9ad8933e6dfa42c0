export { ApiModule } from './api.module.js';
export { apiPrefix, configureApi, createAdapter } from './configure-api.js';
export { describeApi, serveApiDocs } from './openapi.js';
