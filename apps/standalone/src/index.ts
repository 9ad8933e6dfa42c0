export { describePlaces, type Standalone, startStandalone } from './standalone.js';
export { stopSignal } from './stop-signal.js';
