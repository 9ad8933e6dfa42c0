export { ExportIncomingRegister, type IncomingRegisterBook } from './export-incoming-register.js';
export { HandlingReportQuery } from './handling-report.query.js';
export { IncomingRegisterQuery } from './incoming-register.query.js';
