import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentType, Signer } from '../api/types.js';
import { BackLink } from '../ui/back-link.js';
import { AttachmentsField } from './attachments-field.js';
import { documentTypesQuery, signersQuery } from './document-queries.js';
import { DraftFacts } from './draft-facts.js';
import { canBeKept, type DraftFields } from './draft-fields.js';
import { DraftNotices } from './draft-notices.js';
import { DraftVersionTools } from './draft-version-tools.js';
import classes from './draft-page.module.css';
import { KeepingWord } from './keeping-word.js';
import { missingIn, type Missing } from './missing-in.js';
import { RelatedSection } from './related-section.js';
import { RecipientsField } from './recipients-field.js';
import { ReviewersField } from './reviewers-field.js';
import type { Draft } from './use-draft.js';
import { TemplateButton } from './template-button.js';
import { useHeldFiles } from './use-held-files.js';
import { useLeaveGuard } from './use-leave-guard.js';
import { useSubmitDraft } from './use-submit-draft.js';
import { useUploads } from './use-uploads.js';

/** An official letter and the first signer are what most drafts take; the person only writes the subject. */
function withUsualChoices(
  fields: DraftFields,
  types: readonly DocumentType[],
  signers: readonly Signer[],
): DraftFields {
  const usualType = types.find(({ abbreviation }) => abbreviation === null)?.code ?? '';
  return {
    ...fields,
    typeCode: fields.typeCode === '' ? usualType : fields.typeCode,
    signerPostId: fields.signerPostId === '' ? (signers[0]?.postId ?? '') : fields.signerPostId,
  };
}

export function DraftForm({ id, draft }: { readonly id: string | undefined; readonly draft: Draft }) {
  const { t } = useTranslation();
  const types = useQuery(documentTypesQuery);
  const signers = useQuery(signersQuery);
  const { uploads, queue } = useUploads(id);
  const [asked, setAsked] = useState<readonly Missing[]>([]);
  const { keeper, keeping, document } = draft;
  const held = useHeldFiles(keeper, queue);
  useLeaveGuard(() => keeper.isDirty || held.files.length > 0, draft.fields.subject);
  const fields = withUsualChoices(draft.fields, types.data ?? [], signers.data ?? []);
  const signerName = signers.data?.find(({ postId }) => postId === fields.signerPostId)?.fullName ?? '';
  const submit = useSubmitDraft({ keeper, subject: fields.subject, signerName, reviewers: fields.reviewers });

  // What a file on its way or a field lacked a moment ago is not said any longer than it is so.
  const shown = asked.filter((one) => missingIn(fields, document, uploads).includes(one));

  const change = (part: Partial<DraftFields>) => {
    const next = { ...fields, ...part };
    draft.change(next);
    setAsked((missing) => missing.filter((one) => missingIn(next, document, uploads).includes(one)));
    if (canBeKept(next)) {
      held.release();
    }
  };
  // What somebody wrote while the choices were still on their way is kept as soon as they have come.
  const hasNewChoice = fields.typeCode !== draft.fields.typeCode || fields.signerPostId !== draft.fields.signerPostId;
  useEffect(() => {
    if (hasNewChoice && keeper.isDirty) {
      change({});
    }
  });
  const trySubmit = () => {
    const missing = missingIn(fields, document, uploads);
    setAsked(missing);
    if (missing.length > 0) {
      window.document.querySelector(`[data-missing="${missing[0]}"]`)?.scrollIntoView({ block: 'center' });
      return;
    }
    void submit.run();
  };

  return (
    <form
      className={classes.page}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        trySubmit();
      }}
    >
      <div className={classes.header}>
        <BackLink to="/outgoing" search={{ box: 'mine' }} />
        <h1 className={classes.title}>{t(id === undefined ? 'outgoing.draft.newTitle' : 'outgoing.draft.title')}</h1>
      </div>
      <DraftNotices draft={draft} />
      {document !== undefined && document.relations.length > 0 && (
        <div className={classes.related}>
          <RelatedSection relations={document.relations} relatedBy={document.relatedBy} />
        </div>
      )}
      <div className={classes.columns}>
        <DraftFacts
          fields={fields}
          change={change}
          types={types.data ?? []}
          signers={signers.data}
          missing={shown}
          keeping={keeping}
        />
        <div className={classes.column}>
          <AttachmentsField
            document={document}
            uploads={uploads}
            heldFiles={held.files}
            missing={shown}
            queue={queue}
            keeper={keeper}
            onFiles={held.add}
            onDropHeld={held.drop}
          />
          <RecipientsField fields={fields} change={change} missing={shown} />
          <ReviewersField fields={fields} change={change} />
        </div>
      </div>
      <div className={classes.foot}>
        <KeepingWord keeping={keeping} />
        <TemplateButton keeper={keeper} disabled={!canBeKept(fields)} />
        {document !== undefined && <DraftVersionTools document={document} keeper={keeper} />}
        <Button type="submit" size="md" loading={submit.isPending}>
          {t(fields.reviewers.length > 0 ? 'outgoing.draft.askReviewers' : 'outgoing.draft.submit')}
        </Button>
      </div>
    </form>
  );
}
