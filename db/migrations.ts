import { FirstHouse1767200000000 } from './migrations/1767200000000-first-house.js';
import { AgenciesOverTime1767300000000 } from './migrations/1767300000000-agencies-over-time.js';
import { AgencySearch1767300000010 } from './migrations/1767300000010-agency-search.js';
import { ReorganisationDay1767300000020 } from './migrations/1767300000020-reorganisation-day.js';
import { PeopleAndPosts1767300000030 } from './migrations/1767300000030-people-and-posts.js';
import { Passwords1767300000040 } from './migrations/1767300000040-passwords.js';
import { SecondFactors1767300000050 } from './migrations/1767300000050-second-factors.js';
import { SingleSignOnAndClients1767300000060 } from './migrations/1767300000060-single-sign-on-and-clients.js';
import { TrailAnchors1767300000070 } from './migrations/1767300000070-trail-anchors.js';
import { RightsAndGroups1767300000080 } from './migrations/1767300000080-rights-and-groups.js';
import { DraftFieldsTypesRelations1767400000010 } from './migrations/1767400000010-draft-fields-types-relations.js';
import { ReviewsAndVersions1767400000020 } from './migrations/1767400000020-reviews-and-versions.js';
import { FileChecks1767400000040 } from './migrations/1767400000040-file-checks.js';
import { OutgoingRegister1767400000050 } from './migrations/1767400000050-outgoing-register.js';
import { WorkingDays1767400000060 } from './migrations/1767400000060-working-days.js';
import { RecipientsOfAllKinds1767400000070 } from './migrations/1767400000070-recipients-of-all-kinds.js';
import { OutgoingList1767400000080 } from './migrations/1767400000080-outgoing-list.js';
import { RegisterWords1767400000090 } from './migrations/1767400000090-register-words.js';
import { CopiesOfWithdrawnFiles1767400000100 } from './migrations/1767400000100-copies-of-withdrawn-files.js';
import { FilesInOrder1767400000110 } from './migrations/1767400000110-files-in-order.js';
import { Uploads1767400000120 } from './migrations/1767400000120-uploads.js';
import { HolidaysOfTheMoon1767400000140 } from './migrations/1767400000140-holidays-of-the-moon.js';
import { Renditions1767400000150 } from './migrations/1767400000150-renditions.js';
import { TriesOfJobs1767500000005 } from './migrations/1767500000005-tries-of-jobs.js';
import { DeliveryEngine1767500000010 } from './migrations/1767500000010-delivery-engine.js';
import { ReportedStates1767500000020 } from './migrations/1767500000020-reported-states.js';
import { MailboxLinks1767500000030 } from './migrations/1767500000030-mailbox-links.js';
import { FirstOpening1767500000040 } from './migrations/1767500000040-first-opening.js';
import { SenderRequests1767500000050 } from './migrations/1767500000050-sender-requests.js';
import { Operators1767500000060 } from './migrations/1767500000060-operators.js';
import { OldestMessages1767500000080 } from './migrations/1767500000080-oldest-messages.js';
import { LateRecipients1767500000070 } from './migrations/1767500000070-late-recipients.js';
import { StandingAgency1767500000090 } from './migrations/1767500000090-standing-agency.js';
import { FailedDeliveries1767500000100 } from './migrations/1767500000100-failed-deliveries.js';
import { Handling1767500000110 } from './migrations/1767500000110-handling.js';
import { IncomingRegister1767500000112 } from './migrations/1767500000112-incoming-register.js';
import { SameArrivals1767500000114 } from './migrations/1767500000114-same-arrivals.js';
import { PaperArrivals1767500000120 } from './migrations/1767500000120-paper-arrivals.js';
import { Notifications1767500000130 } from './migrations/1767500000130-notifications.js';
import { Reminders1767500000140 } from './migrations/1767500000140-reminders.js';
import { Webhooks1767500000150 } from './migrations/1767500000150-webhooks.js';
import { UrgentArrivals1767500000160 } from './migrations/1767500000160-urgent-arrivals.js';
import { ShareCells1767500000170 } from './migrations/1767500000170-share-cells.js';

/** In the order in which they run: TypeORM sorts by the time in the class name. */
export const migrations = [
  FirstHouse1767200000000,
  AgenciesOverTime1767300000000,
  AgencySearch1767300000010,
  ReorganisationDay1767300000020,
  PeopleAndPosts1767300000030,
  Passwords1767300000040,
  SecondFactors1767300000050,
  SingleSignOnAndClients1767300000060,
  TrailAnchors1767300000070,
  RightsAndGroups1767300000080,
  DraftFieldsTypesRelations1767400000010,
  ReviewsAndVersions1767400000020,
  FileChecks1767400000040,
  OutgoingRegister1767400000050,
  WorkingDays1767400000060,
  RecipientsOfAllKinds1767400000070,
  OutgoingList1767400000080,
  RegisterWords1767400000090,
  CopiesOfWithdrawnFiles1767400000100,
  FilesInOrder1767400000110,
  Uploads1767400000120,
  HolidaysOfTheMoon1767400000140,
  Renditions1767400000150,
  TriesOfJobs1767500000005,
  DeliveryEngine1767500000010,
  ReportedStates1767500000020,
  MailboxLinks1767500000030,
  FirstOpening1767500000040,
  SenderRequests1767500000050,
  Operators1767500000060,
  LateRecipients1767500000070,
  OldestMessages1767500000080,
  StandingAgency1767500000090,
  FailedDeliveries1767500000100,
  Handling1767500000110,
  IncomingRegister1767500000112,
  SameArrivals1767500000114,
  PaperArrivals1767500000120,
  Notifications1767500000130,
  Reminders1767500000140,
  Webhooks1767500000150,
  UrgentArrivals1767500000160,
  ShareCells1767500000170,
];
