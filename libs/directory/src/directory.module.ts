import { Module } from '@nestjs/common';
import { AuditModule } from '#audit';
import { AddAgencies } from './add-agencies.js';
import { AddDocumentType } from './add-document-type.js';
import { AddPaperReason } from './add-paper-reason.js';
import { AgenciesQuery } from './agencies.query.js';
import { AgencyQuery } from './agency.query.js';
import { AgencyRows } from './agency-rows.js';
import { AgencyStructure } from './agency-structure.js';
import { CalendarDays } from './calendar-import/calendar-days.js';
import { ImportCalendar } from './calendar-import/import-calendar.js';
import { PreviewCalendarImport } from './calendar-import/preview-calendar-import.js';
import { CalendarYearQuery } from './calendar-year.query.js';
import { AddGroupMembers, RemoveGroupMember } from './change-group-members.js';
import { connectionParts } from './connections/connection-parts.js';
import { CreateRecipientGroup } from './create-recipient-group.js';
import { DeleteRecipientGroup } from './delete-recipient-group.js';
import { DirectoryEdits } from './directory-edits.js';
import { DocumentTypes } from './document-types.js';
import { DocumentTypesQuery } from './document-types.query.js';
import { EditAgency } from './edit-agency.js';
import { EditAgencyContact } from './edit-agency-contact.js';
import { EditDocumentType } from './edit-document-type.js';
import { EditPaperReason } from './edit-paper-reason.js';
import { EditRecipientGroup } from './edit-recipient-group.js';
import { ExportAgencies } from './export-agencies.js';
import { ExportCalendar } from './export-calendar.js';
import { GroupMembersQuery } from './group-members.query.js';
import { GroupSizes } from './group-sizes.js';
import { DirectorySnapshots } from './import/directory-snapshot.js';
import { ImportAgencies } from './import/import-agencies.js';
import { Imports } from './import/imports.js';
import { PreviewImport } from './import/preview-import.js';
import { WriteImport } from './import/write-import.js';
import { OpenAgency } from './open-agency.js';
import { OrderDocumentTypes } from './order-document-types.js';
import { PaperReasonsQuery } from './paper-reasons.query.js';
import { RecipientGroups } from './recipient-groups.js';
import { RecipientGroupsQuery } from './recipient-groups.query.js';
import { SetCalendarDay } from './set-calendar-day.js';
import { WorkingCalendar } from './working-calendar.js';

const provided = [
  AddAgencies,
  AddDocumentType,
  AddGroupMembers,
  AddPaperReason,
  AgenciesQuery,
  AgencyQuery,
  AgencyStructure,
  CalendarYearQuery,
  ...connectionParts,
  CreateRecipientGroup,
  DeleteRecipientGroup,
  DocumentTypesQuery,
  EditAgency,
  EditAgencyContact,
  EditDocumentType,
  EditPaperReason,
  EditRecipientGroup,
  ExportAgencies,
  ExportCalendar,
  GroupMembersQuery,
  ImportAgencies,
  ImportCalendar,
  OpenAgency,
  OrderDocumentTypes,
  PaperReasonsQuery,
  PreviewCalendarImport,
  PreviewImport,
  RecipientGroupsQuery,
  RemoveGroupMember,
  SetCalendarDay,
  WorkingCalendar,
];

@Module({
  imports: [AuditModule],
  providers: [
    ...provided,
    AgencyRows,
    CalendarDays,
    DirectoryEdits,
    DirectorySnapshots,
    DocumentTypes,
    GroupSizes,
    Imports,
    RecipientGroups,
    WriteImport,
  ],
  exports: provided,
})
export class DirectoryModule {}
