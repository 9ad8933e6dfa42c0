import { useState } from 'react';
import { keepCsrfToken } from '../api/client.js';
import type { SecondFactorEnrolled, SecondFactorKind, Session } from '../api/types.js';
import { EnrolChoice } from './enrol-choice.js';
import { EnrolPasskey } from './enrol-passkey.js';
import { EnrolTotp } from './enrol-totp.js';
import { RecoveryCodeSheet } from './recovery-code-sheet.js';

interface Props {
  readonly passkeysPossible: boolean;
  /** The session as the server gives it; the recovery codes have been put away. */
  readonly onDone: (session: Session) => void;
}

/** Adds a second factor, from the choice to the sheet of recovery codes. */
export function EnrolFactor({ passkeysPossible, onDone }: Props) {
  const [kind, setKind] = useState<SecondFactorKind>();
  const [enrolled, setEnrolled] = useState<SecondFactorEnrolled>();

  const took = (answer: SecondFactorEnrolled) => {
    // The session goes on under a new token at once; the page moves on only when the codes have been put away.
    keepCsrfToken(answer.session.csrfToken);
    if (answer.recoveryCodes.length === 0) {
      onDone(answer.session);
    } else {
      setEnrolled(answer);
    }
  };
  const back = () => {
    setKind(undefined);
  };

  if (enrolled !== undefined) {
    return (
      <RecoveryCodeSheet
        codes={enrolled.recoveryCodes}
        userName={enrolled.session.person.userName}
        onKept={() => {
          onDone(enrolled.session);
        }}
      />
    );
  }
  switch (kind) {
    case 'totp':
      return <EnrolTotp onEnrolled={took} onBack={back} />;
    case 'passkey':
      return <EnrolPasskey onEnrolled={took} onBack={back} />;
    case undefined:
      return <EnrolChoice passkeysPossible={passkeysPossible} onChosen={setKind} />;
  }
}
