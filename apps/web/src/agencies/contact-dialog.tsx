import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgencyDetails } from '../api/types.js';
import { fieldErrors } from '../api/problem.js';
import { ContactFields } from './contact-fields.js';
import { FormDialog } from './form-dialog.js';
import { useEditContact } from './use-agency-actions.js';

export function ContactDialog({ agency, onClose }: { readonly agency: AgencyDetails; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const edit = useEditContact();
  // The version it was opened on: what somebody else saves meanwhile must not be overwritten.
  const [opened] = useState(agency);
  const [contact, setContact] = useState({ address: opened.address, email: opened.email, phone: opened.phone });
  return (
    <FormDialog
      title={t('agencies.contactTitle', { name: opened.name })}
      save={t('agencies.save')}
      error={edit.error}
      isPending={edit.isPending}
      onSave={() => edit.mutate({ agency: opened, body: contact }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <ContactFields
        focused
        value={contact}
        errors={fieldErrors(edit.error)}
        onChange={(changed) => setContact({ ...contact, ...changed })}
      />
    </FormDialog>
  );
}
