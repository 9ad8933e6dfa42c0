export { ApiModule } from './api.module.js';
export { configureApi, createAdapter, setApiPrefix } from './configure-api.js';
export { describeApi, serveApiDocs } from './openapi.js';
