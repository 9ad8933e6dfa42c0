export { describePlaces, type Standalone, startStandalone } from './standalone.js';
export { untilStopped } from './until-stopped.js';
