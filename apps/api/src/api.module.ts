import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AccessModule } from '#access';
import { ArchiveModule } from '#archive';
import { AuditModule } from '#audit';
import { DirectoryModule } from '#directory';
import { DocumentsModule } from '#documents';
import { ExchangeModule } from '#exchange';
import { IdentityModule } from '#identity';
import { IncomingModule } from '#incoming';
import { MetricsModule } from '#metrics';
import { NotificationsModule } from '#notifications';
import { ApiPlatformModule } from '#platform';
import { ReorganisationModule } from '#reorganisation';
import { AccessChangesController } from './access/access-changes.controller.js';
import { ArrivalAccessController } from './access/arrival-access.controller.js';
import { DocumentAccessController } from './access/document-access.controller.js';
import { AgenciesController } from './agencies/agencies.controller.js';
import { apiClientControllers } from './api-clients/module-parts.js';
import { AgencyConnectionController } from './agencies/agency-connection.controller.js';
import { AgencyFilesController } from './agencies/agency-files.controller.js';
import { AlertsController } from './alerts/alerts.controller.js';
import { ArchiveController } from './archive/archive.controller.js';
import { ArrivalRenditionController } from './arrivals/arrival-rendition.controller.js';
import { AttachmentRenditionController } from './documents/attachment-rendition.controller.js';
import { ArrivalFilesController } from './arrivals/arrival-files.controller.js';
import { ArrivalRequestsController } from './arrivals/arrival-requests.controller.js';
import { AssignmentsController } from './arrivals/assignments.controller.js';
import { HandlingController } from './arrivals/handling.controller.js';
import { PaperArrivalsController } from './arrivals/paper-arrivals.controller.js';
import { PaperTablesController } from './arrivals/paper-tables.controller.js';
import { ReceivingController } from './arrivals/receiving.controller.js';
import { ScansController } from './arrivals/scans.controller.js';
import { ArrivalsController } from './arrivals/arrivals.controller.js';
import { DeskController } from './arrivals/desk.controller.js';
import { IncomingRegisterController } from './incoming-register/incoming-register.controller.js';
import { LateDeliveriesController } from './deliveries/late-deliveries.controller.js';
import { MailboxLinksController } from './deliveries/mailbox-links.controller.js';
import { ReceivedDeliveriesController } from './deliveries/received-deliveries.controller.js';
import { DeliveriesInAttentionController } from './deliveries/deliveries-in-attention.controller.js';
import { DeliveredFilesController } from './delivered-files/delivered-files.controller.js';
import { QueueBoard } from './delivery-queue/queue-board.js';
import { QueueBoardController } from './delivery-queue/queue-board.controller.js';
import { DeliveryQueueController } from './delivery-queue/delivery-queue.controller.js';
import { DirectoryController } from './directory/directory.controller.js';
import { ApprovalController } from './documents/approval.controller.js';
import { AttachmentOrderController } from './documents/attachment-order.controller.js';
import { AttachmentsController } from './documents/attachments.controller.js';
import { BulkMovesController } from './documents/bulk-moves.controller.js';
import { UploadsController } from './documents/uploads.controller.js';
import { DispatchController } from './documents/dispatch.controller.js';
import { DocumentFiltersController } from './documents/document-filters.controller.js';
import { DocumentsController } from './documents/documents.controller.js';
import { FileChecksController } from './documents/file-checks.controller.js';
import { PaperController } from './documents/paper.controller.js';
import { SendingController } from './documents/sending.controller.js';
import { ExternalBodiesController } from './external-bodies/external-bodies.controller.js';
import { HealthController } from './health/health.controller.js';
import { EndOfRequests } from './http/end-of-requests.js';
import { IdempotencyInterceptor } from './http/idempotency.interceptor.js';
import { OnceByKey } from './http/once-by-key.js';
import { ProblemFilter } from './http/problem.filter.js';
import { SessionGuard } from './http/session.guard.js';
import { validationPipe } from './http/validation.js';
import { LiveController } from './live/live.controller.js';
import { secondFactorControllers } from './second-factor/module-parts.js';
import { DocumentPrintsController } from './documents/document-prints.controller.js';
import { ArrivalRepliesController } from './arrivals/arrival-replies.controller.js';
import { DocumentTemplateController } from './documents/document-template.controller.js';
import { RecallsController } from './documents/recalls.controller.js';
import { CorrectionsController } from './documents/corrections.controller.js';
import { NotificationSettingsController } from './notifications/notification-settings.controller.js';
import { WebhookMessagesController, WebhooksController } from './webhooks/webhooks.controller.js';
import { NotificationsController } from './notifications/notifications.controller.js';
import { NumberingController } from './outgoing-register/numbering.controller.js';
import { OutgoingRegisterController } from './outgoing-register/outgoing-register.controller.js';
import { OutgoingReportController } from './outgoing-register/outgoing-report.controller.js';
import { ReviewController } from './documents/review.controller.js';
import { ReviewersController } from './documents/reviewers.controller.js';
import { VersionsController } from './documents/versions.controller.js';
import { ArrivalPrintsController } from './arrivals/arrival-prints.controller.js';
import { RefusedParts } from './http/refused-parts.js';
import { RefusalNotes } from './http/refusal-notes.js';
import { TrailController } from './trail/trail.controller.js';
import { PasskeySites } from './second-factor/passkey-sites.js';
import { DocumentTypesController } from './document-types/document-types.controller.js';
import { PaperReasonsController } from './paper-reasons/paper-reasons.controller.js';
import { GroupMembersController } from './recipient-groups/group-members.controller.js';
import { RecipientGroupsController } from './recipient-groups/recipient-groups.controller.js';
import { PersonSignInController } from './people/person-sign-in.controller.js';
import { PasswordController } from './session/password.controller.js';
import { PasswordResetsController } from './session/password-resets.controller.js';
import { SessionsController } from './session/sessions.controller.js';
import { SessionAnswers } from './session/session-answers.js';
import { ReorganisationDayController } from './reorganisation/reorganisation-day.controller.js';
import { ReorganisationPlansController } from './reorganisation/reorganisation-plans.controller.js';
import { SessionController } from './session/session.controller.js';
import { DelegationsController } from './delegations/delegations.controller.js';
import { PeopleController } from './people/people.controller.js';
import { PersonRightsController } from './people/person-rights.controller.js';
import { PostsController } from './posts/posts.controller.js';
import { SessionPostController } from './session/session-post.controller.js';
import { CalendarFilesController } from './working-days/calendar-files.controller.js';
import { WorkingDaysController } from './working-days/working-days.controller.js';
import { UnitsController } from './units/units.controller.js';
import { SavedViewsController } from './saved-views/saved-views.controller.js';
import { SetUpController } from './session/set-up.controller.js';
import { singleSignOnControllers } from './single-sign-on/module-parts.js';
import { SingleSignOnStrategy } from './single-sign-on/single-sign-on.guard.js';
import { PasswordStrategy } from './session/sign-in.guard.js';
import { ShareController } from './share/share.controller.js';

/** The HTTP side: a controller per noun over the use cases of the libs. */
@Module({
  imports: [
    AccessModule,
    ApiPlatformModule,
    ArchiveModule,
    AuditModule,
    DirectoryModule,
    DocumentsModule,
    ExchangeModule,
    IdentityModule,
    IncomingModule,
    MetricsModule,
    NotificationsModule,
    ReorganisationModule,
  ],
  controllers: [
    ...apiClientControllers,
    ...singleSignOnControllers,
    AgenciesController,
    AgencyConnectionController,
    AgencyFilesController,
    AlertsController,
    DeliveredFilesController,
    DeliveriesInAttentionController,
    LateDeliveriesController,
    MailboxLinksController,
    ReceivedDeliveriesController,
    AccessChangesController,
    ApprovalController,
    ArchiveController,
    ArrivalAccessController,
    ArrivalFilesController,
    ArrivalRenditionController,
    AttachmentRenditionController,
    ArrivalPrintsController,
    ArrivalRepliesController,
    ArrivalRequestsController,
    ArrivalsController,
    AssignmentsController,
    HandlingController,
    PaperArrivalsController,
    PaperTablesController,
    ReceivingController,
    ScansController,
    IncomingRegisterController,
    AttachmentOrderController,
    AttachmentsController,
    BulkMovesController,
    UploadsController,
    CorrectionsController,
    RecallsController,
    QueueBoardController,
    DeliveryQueueController,
    DeskController,
    DirectoryController,
    DispatchController,
    DocumentAccessController,
    DocumentPrintsController,
    DocumentFiltersController,
    DocumentTemplateController,
    DocumentsController,
    FileChecksController,
    DocumentTypesController,
    CalendarFilesController,
    WorkingDaysController,
    NotificationSettingsController,
    NotificationsController,
    WebhookMessagesController,
    WebhooksController,
    NumberingController,
    OutgoingRegisterController,
    OutgoingReportController,
    ExternalBodiesController,
    ReviewController,
    ReviewersController,
    VersionsController,
    GroupMembersController,
    HealthController,
    LiveController,
    PaperController,
    PaperReasonsController,
    RecipientGroupsController,
    SendingController,
    PasswordController,
    PasswordResetsController,
    PersonSignInController,
    ReorganisationDayController,
    ReorganisationPlansController,
    SessionController,
    SessionsController,
    ...secondFactorControllers,
    DelegationsController,
    PeopleController,
    PersonRightsController,
    PostsController,
    SessionPostController,
    UnitsController,
    SavedViewsController,
    SetUpController,
    ShareController,
    TrailController,
  ],
  providers: [
    EndOfRequests,
    OnceByKey,
    PasskeySites,
    QueueBoard,
    RefusedParts,
    PasswordStrategy,
    RefusalNotes,
    SingleSignOnStrategy,
    SessionAnswers,
    { provide: APP_GUARD, useClass: SessionGuard },
    { provide: APP_PIPE, useValue: validationPipe },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
export class ApiModule {}
