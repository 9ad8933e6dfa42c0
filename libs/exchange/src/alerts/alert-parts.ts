import { AlertClock } from './alert-clock.js';
import { AlertSettings } from './alert-settings.js';
import { AlertSweep } from './alert-sweep.js';
import { AlertsQuery } from './alerts.query.js';
import { TellAlerts } from './tell-alerts.js';

export { AlertClock, AlertSettings, AlertsQuery, AlertSweep, TellAlerts };

export const alertParts = [AlertSettings, AlertsQuery, AlertSweep];
