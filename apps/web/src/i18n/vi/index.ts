import { access } from './access.js';
import { account } from './account.js';
import { agencies } from './agencies.js';
import { alerts } from './alerts.js';
import { webhooks } from './webhooks.js';
import { apiClients } from './api-clients.js';
import { archive } from './archive.js';
import { attention } from './attention.js';
import { checks } from './checks.js';
import { common } from './common.js';
import { connections } from './connections.js';
import { delegation } from './delegation.js';
import { documentTypes } from './document-types.js';
import { fileImport } from './file-import.js';
import { groups } from './groups.js';
import { handling } from './handling.js';
import { incoming } from './incoming.js';
import { incomingRegister } from './incoming-register.js';
import { late } from './late.js';
import { mailbox } from './mailbox.js';
import { notifications } from './notifications.js';
import { outgoing } from './outgoing.js';
import { outgoingList } from './outgoing-list.js';
import { paper } from './paper.js';
import { paperReasons } from './paper-reasons.js';
import { password } from './password.js';
import { people } from './people.js';
import { queue } from './queue.js';
import { recall } from './recall.js';
import { register } from './register.js';
import { reorganisation } from './reorganisation.js';
import { reviews } from './reviews.js';
import { secondFactor } from './second-factor.js';
import { sending } from './sending.js';
import { session } from './session.js';
import { setup } from './setup.js';
import { share } from './share.js';
import { shell } from './shell.js';
import { terms } from './terms.js';
import { trail } from './trail.js';
import { viewer } from './viewer.js';
import { workingDays } from './working-days.js';

export const vi = {
  access,
  account,
  agencies,
  alerts,
  apiClients,
  webhooks,
  archive,
  attention,
  checks,
  common,
  connections,
  delegation,
  documentTypes,
  fileImport,
  groups,
  handling,
  incoming,
  incomingRegister,
  late,
  mailbox,
  notifications,
  outgoing,
  outgoingList,
  paper,
  paperReasons,
  password,
  people,
  queue,
  recall,
  register,
  reorganisation,
  reviews,
  secondFactor,
  sending,
  session,
  setup,
  share,
  shell,
  terms,
  trail,
  viewer,
  workingDays,
} as const;
