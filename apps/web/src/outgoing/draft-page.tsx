import { Alert, Button, Group, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BackLink } from '../ui/back-link.js';
import { useConfirm } from '../ui/use-confirm.js';
import { usePageTitle } from '../ui/use-page-title.js';
import { useShowProblem } from '../ui/use-problem.js';
import { PageFault } from '../shell/page-fault.js';
import { AttachmentsField } from './attachments-field.js';
import { documentTypesQuery, signersQuery } from './document-queries.js';
import { DraftFacts } from './draft-facts.js';
import { canBeKept, type DraftFields } from './draft-fields.js';
import classes from './draft-page.module.css';
import { KeepingWord } from './keeping-word.js';
import { missingIn, type Missing } from './missing-in.js';
import { RecipientsField } from './recipients-field.js';
import { useDocumentAction } from './use-document-action.js';
import { useDraft } from './use-draft.js';
import { useLeaveGuard } from './use-leave-guard.js';
import { useUploads } from './use-uploads.js';

export function DraftPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { id } = useSearch({ from: '/desk/outgoing/draft' });
  const draft = useDraft(id, (created) => {
    if (created !== id) {
      void navigate({ to: '/outgoing/draft', search: { id: created }, replace: true, ignoreBlocker: true });
    }
  });
  const types = useQuery(documentTypesQuery);
  const signers = useQuery(signersQuery);
  const { uploads, queue } = useUploads(id);
  const [heldFiles, setHeldFiles] = useState<readonly File[]>([]);
  const [shown, setShown] = useState<readonly Missing[]>([]);
  const confirm = useConfirm();
  const showProblem = useShowProblem();
  const submit = useDocumentAction();
  const { keeper, keeping, document } = draft;
  const allow = useLeaveGuard(() => keeper.isDirty || heldFiles.length > 0, draft.fields.subject);
  usePageTitle(t(id === undefined ? 'outgoing.draft.newTitle' : 'outgoing.draft.title'));

  // A first type and a single signer are what most drafts take; the person only writes the subject.
  const fields: DraftFields = {
    ...draft.fields,
    typeCode: draft.fields.typeCode || (types.data?.find(({ abbreviation }) => abbreviation === null)?.code ?? ''),
    signerPostId: draft.fields.signerPostId || (signers.data?.[0]?.postId ?? ''),
  };
  const change = (part: Partial<DraftFields>) => {
    const next = { ...fields, ...part };
    draft.change(next);
    setShown((missing) => missing.filter((one) => missingIn(next, document, uploads).includes(one)));
    if (heldFiles.length > 0 && canBeKept(next)) {
      void sendHeld(heldFiles);
    }
  };
  const sendHeld = async (files: readonly File[]) => {
    const kept = await keeper.flush();
    const documentId = kept?.id ?? keeper.id;
    if (documentId === undefined) {
      setHeldFiles(files);
      return;
    }
    setHeldFiles([]);
    queue.add(documentId, files);
  };
  const submitDraft = async () => {
    const missing = missingIn(fields, document, uploads);
    setShown(missing);
    if (missing.length > 0) {
      window.document.querySelector(`[data-missing="${missing[0]}"]`)?.scrollIntoView({ block: 'center' });
      return;
    }
    const kept = await keeper.flush();
    if (kept === undefined) {
      return;
    }
    const signer = signers.data?.find(({ postId }) => postId === fields.signerPostId)?.fullName ?? '';
    const sure = await confirm({
      title: t('outgoing.ask.submitTitle'),
      text: t('outgoing.ask.submit', { name: fields.subject, signer }),
      confirm: t('outgoing.draft.submit'),
    });
    if (sure) {
      submit.mutate(
        { id: kept.id, action: 'submit' },
        {
          onError: showProblem,
          onSuccess: () => {
            allow();
            void navigate({ to: '/outgoing/$documentId', params: { documentId: kept.id } });
          },
        },
      );
    }
  };

  if (draft.error !== null && document === undefined) {
    return <PageFault error={draft.error} />;
  }
  if (id !== undefined && document === undefined) {
    return <Skeleton height={320} m={24} />;
  }
  if (document !== undefined && document.state !== 'draft' && document.state !== 'returned') {
    return (
      <Group p={24}>
        <BackLink to="/outgoing/$documentId" params={{ documentId: document.id }} />
        {t(`outgoing.state.${document.state}`)}
      </Group>
    );
  }
  const opinion = document?.timeline.findLast(({ event }) => event === 'document.returned')?.note;

  return (
    <form
      className={classes.page}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submitDraft();
      }}
    >
      <div className={classes.header}>
        <BackLink to="/outgoing" search={{ box: 'mine' }} />
        <h1 className={classes.title}>{t(id === undefined ? 'outgoing.draft.newTitle' : 'outgoing.draft.title')}</h1>
      </div>
      {document?.state === 'returned' && typeof opinion === 'string' && (
        <Alert color="yellow" icon={<IconArrowBackUp aria-hidden />} title={t('outgoing.draft.returnedWith')} mb="md">
          {opinion}
        </Alert>
      )}
      {keeping.state === 'conflict' && (
        <Alert color="yellow" title={t('outgoing.draft.conflictTitle')} mb="md" role="alert">
          <p>{t('outgoing.draft.conflict')}</p>
          <Group>
            <Button size="xs" onClick={() => void keeper.keepMine()}>
              {t('outgoing.draft.keepMine')}
            </Button>
            <Button size="xs" variant="default" onClick={() => draft.takeTheirs(keeping.theirs)}>
              {t('outgoing.draft.takeTheirs')}
            </Button>
          </Group>
        </Alert>
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
            heldFiles={heldFiles}
            missing={shown}
            queue={queue}
            onFiles={(files) => void sendHeld([...heldFiles, ...files])}
            onDropHeld={(file) => setHeldFiles((files) => files.filter((one) => one !== file))}
          />
          <RecipientsField fields={fields} change={change} missing={shown} />
        </div>
      </div>
      <div className={classes.foot}>
        <KeepingWord keeping={keeping} />
        <Button type="submit" size="md" loading={submit.isPending}>
          {t('outgoing.draft.submit')}
        </Button>
      </div>
    </form>
  );
}
