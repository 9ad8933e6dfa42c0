import { AgencyConnection } from './connections/agency-connection.entity.js';
import { AgencySuccession } from './agency-succession.entity.js';
import { AgencyVersion } from './agency-version.entity.js';
import { Agency } from './agency.entity.js';
import { CalendarDay } from './calendar-day.entity.js';
import { RecipientGroupMember } from './recipient-group-member.entity.js';
import { RecipientGroup } from './recipient-group.entity.js';
import { PaperReason } from './paper-reason.entity.js';
import { DocumentType } from './document-type.entity.js';

export const directoryEntities = [
  Agency,
  AgencyConnection,
  AgencyVersion,
  AgencySuccession,
  CalendarDay,
  DocumentType,
  PaperReason,
  RecipientGroup,
  RecipientGroupMember,
];
