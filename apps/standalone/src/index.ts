export { describePlaces, type Standalone, startStandalone } from './standalone.js';
export { untilStopped } from './until-stopped.js';
export { tellFault } from './plain-fault.js';
