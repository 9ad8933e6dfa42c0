import type { LogLevel } from '@nestjs/common';
import type { Config } from '../config/config.js';

const levels: readonly LogLevel[] = ['error', 'warn', 'log', 'debug'];

/** What is logged at the level of the settings: that level and all graver ones. */
export function logLevelsOf(config: Config): LogLevel[] {
  return levels.slice(0, levels.indexOf(config.logLevel) + 1);
}
