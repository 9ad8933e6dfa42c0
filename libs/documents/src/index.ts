export * from './document-events.js';
