export * from './arrival-events.js';
