export * from './exchange-events.js';
