import type { vi } from '../vi/index.js';
import type { Translation } from '../words.js';
import { agencies } from './agencies.js';
import { archive } from './archive.js';
import { common } from './common.js';
import { incoming } from './incoming.js';
import { outgoing } from './outgoing.js';
import { session } from './session.js';
import { setup } from './setup.js';
import { share } from './share.js';
import { shell } from './shell.js';
import { viewer } from './viewer.js';

export const en: Translation<typeof vi> = {
  agencies,
  archive,
  common,
  incoming,
  outgoing,
  session,
  setup,
  share,
  shell,
  viewer,
};
