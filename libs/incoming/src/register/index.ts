export { ExportIncomingRegister, type IncomingRegisterBook } from './export-incoming-register.js';
export { IncomingRegisterQuery } from './incoming-register.query.js';
